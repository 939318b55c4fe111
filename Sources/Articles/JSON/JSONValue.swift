/// A value of JSON as a tree, for small things: the metadata in a page, an author who is an object.
indirect enum JSONValue {
  case literal(String)
  case string(String)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// The value of the first member called `name`.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// What the value says in words: a string or a number, the name of an object, the parts of an array with commas.
  var words: String? {
    switch self {
    case .string(let text): text
    case .literal("null"), .literal("true"), .literal("false"): nil
    case .literal(let number): number
    case .array(let parts):
      parts.isEmpty ? nil : parts.compactMap(\.words).joined(separator: ", ")
    case .object: (self["name"] ?? self["title"] ?? self["id"] ?? self["@id"])?.words
    }
  }
}

extension JSONCursor {
  /// Takes a value.
  mutating func value(depth: Int = 0) throws(JSONFault) -> JSONValue {
    if depth > Self.depthLimit { throw fault("deeper than \(Self.depthLimit) levels") }
    switch peek() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["):
      var parts: [JSONValue] = []
      var isMore = try openArray()
      while isMore {
        parts.append(try value(depth: depth + 1))
        isMore = try moreElements()
      }
      return .array(parts)
    default: return .literal(try literal())
    }
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [(name: String, value: JSONValue)] {
    var members: [(String, JSONValue)] = []
    var isMore = try openObject()
    while isMore {
      let name = try name()
      members.append((name, try value(depth: depth + 1)))
      isMore = try moreMembers()
    }
    return members
  }
}
