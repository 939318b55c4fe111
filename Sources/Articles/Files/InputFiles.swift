import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns paths into files: folders give what is in them, recursively, in the byte order of the names.
///
/// A folder is listed when its turn comes. Names that begin with a dot are left out of folders, as every shell does.
struct InputFiles {
  /// A path that waits, with the folders it lies in.
  private struct Entry {
    let path: String
    let ancestors: [Identity]
    var isNamed: Bool { ancestors.isEmpty }
  }

  private struct Identity: Equatable {
    let device: UInt64
    let inode: UInt64
  }

  // The next one stands last.
  private var waiting: [Entry]

  init(_ paths: [String]) {
    waiting = paths.reversed().map { Entry(path: $0, ancestors: []) }
  }

  static func firstUnreadable(_ paths: [String]) -> ArticleProblem? {
    for path in paths where path != "-" && access(path, R_OK) != 0 {
      return ArticleProblem(path: path, what: String(cString: strerror(errno)))
    }
    return nil
  }

  /// Looking at more files than this would itself be a wait.
  private static let mostMeasured = 20_000

  static func totalSize(of paths: [String]) -> Int? {
    var files = InputFiles(paths)
    var problems: [ArticleProblem] = []
    var total = 0
    for _ in 0..<mostMeasured {
      guard let path = files.next(problems: &problems) else { return total }
      var status = stat()
      guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      total += Int(status.st_size)
    }
    return nil
  }

  /// The next file; nil when there are no more.
  mutating func next(problems: inout [ArticleProblem]) -> String? {
    while let entry = waiting.popLast() {
      if entry.path == "-", entry.isNamed { return entry.path }
      var status = stat()
      guard stat(entry.path, &status) == 0 else {
        problems.append(ArticleProblem(path: entry.path, what: String(cString: strerror(errno))))
        continue
      }
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR {
        list(entry, Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)), problems: &problems)
      } else if kind == S_IFREG || entry.isNamed {
        return entry.path
      } else {
        // Opening a pipe or a device that merely lies in a folder could wait for ever.
        problems.append(ArticleProblem(path: entry.path, what: "not a file"))
      }
    }
    return nil
  }

  private mutating func list(_ folder: Entry, _ identity: Identity, problems: inout [ArticleProblem]) {
    if folder.ancestors.contains(identity) {
      problems.append(ArticleProblem(path: folder.path, what: "a link to a folder that it lies in"))
      return
    }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.first != "." }
      let prefix = folder.path.utf8.last == UInt8(ascii: "/") ? folder.path : folder.path + "/"
      let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      waiting += sorted.reversed().map { Entry(path: prefix + $0, ancestors: folder.ancestors + [identity]) }
    } catch {
      problems.append(ArticleProblem(path: folder.path, what: "the folder can't be listed"))
    }
  }
}
