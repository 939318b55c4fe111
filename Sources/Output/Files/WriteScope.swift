#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a script may write.
package enum WriteScope: Sendable {
  case anywhere
  /// Below this folder only.
  case below(String)
  case nowhere

  /// Why a script's path was refused.
  package struct Refusal: Error {
    package enum Reason {
      /// No folder was named for scripts to write to.
      case nowhere
      case leadsOut(of: String)
      case linkLeadsOut(of: String)
    }

    package let path: String
    package let reason: Reason
  }

  /// The path to open for what a script calls `path`; makes the folders that lead to it.
  package func resolve(_ path: String) throws -> String {
    switch self {
    case .anywhere: return path
    case .nowhere:
      throw Refusal(path: path, reason: .nowhere)
    case .below(let folder): return try Self.resolve(path, below: folder)
    }
  }

  private static func resolve(_ path: String, below folder: String) throws -> String {
    let parts = path.split(separator: "/")
    if path.utf8.first == UInt8(ascii: "/") || parts.contains("..") || parts.isEmpty {
      throw Refusal(path: path, reason: .leadsOut(of: folder))
    }
    try Folder.make(folder)
    let root = try real(folder)
    var parent = root
    for part in parts.dropLast() {
      parent += "/" + part
      try Folder.make(parent)
      // A link below the folder may still lead out of it.
      let target = try real(parent)
      guard target == root || target.hasPrefix(root == "/" ? root : root + "/") else {
        throw Refusal(path: path, reason: .linkLeadsOut(of: folder))
      }
    }
    return parent + "/" + parts.last!
  }

  private static func real(_ path: String) throws -> String {
    guard let resolved = realpath(path, nil) else { throw WriteError.failed(path: path, code: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
