#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that an export goes to.
package enum Folder {
  /// Makes `path` and what leads to it, unless it is there.
  package static func make(_ path: String) throws {
    var made = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? String(part) : "/" + String(part)
      if mkdir(made, 0o777) != 0, errno != EEXIST { throw WriteError.failed(path: made, code: errno) }
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw WriteError.failed(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw WriteError.failed(path: path, code: ENOTDIR) }
  }

  /// The names in the folder in alphabetical order, folders with a `/` behind them; none when it can't be read.
  package static func entries(of path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      var status = stat()
      let isFolder = stat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(isFolder ? name + "/" : name)
    }
    return names.sorted()
  }
}
