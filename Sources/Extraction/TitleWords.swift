import Language

/// The words of the posts' titles, numbered: a description is asked for among them at every cue.
struct TitleWords {
  /// By post the words of its title, folded and without the article.
  private(set) var titles: [[Int32]] = []
  private var numbers = ByteKeyTable(capacity: 1 << 8)

  init(_ posts: [PostMention]) {
    for post in posts {
      var words: [Int32] = []
      Self.forEachWord(in: Array(post.title.utf8)[...]) { words.append(numbers.insert($0)) }
      titles.append(words)
    }
  }

  /// The numbers of the words in a phrase; nil when one of them stands in no title.
  func words(in phrase: ArraySlice<UInt8>) -> [Int32]? {
    var words: [Int32?] = []
    Self.forEachWord(in: phrase) { words.append(numbers.find($0)) }
    let found = words.compactMap { $0 }
    return found.count == words.count ? found : nil
  }

  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  private static func forEachWord(in text: ArraySlice<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var folded: [UInt8] = []
    for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x22 || $0 == 0x0A }) {
      folded.removeAll(keepingCapacity: true)
      word.withUnsafeBufferPointer { Folding.fold($0, into: &folded) }
      folded.withUnsafeBufferPointer { folded in
        let start = folded.starts(with: article) ? article.count : 0
        body(UnsafeBufferPointer(rebasing: folded[start...]))
      }
    }
  }
}
