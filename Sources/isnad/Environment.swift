import Facts
import Output
import Shell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the process is told by its surroundings.
enum Environment {
  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static var language: Interface { Interface(environment: value) }

  /// The day by the clock of this place.
  static var today: Period {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Period(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))!
  }

  /// The folder for what a user sets up: the start-up file, saved scripts.
  static var configFolder: String? {
    (value("XDG_CONFIG_HOME") ?? value("HOME").map { $0 + "/.config" }).map { $0 + "/isnad" }
  }

  /// The start-up file, if there is one; never one of the folder that the program happens to be started in.
  static var startUpPath: String? {
    guard let path = configFolder.map({ $0 + "/startup.isnad" }), path.hasPrefix("/"), access(path, F_OK) == 0 else {
      return nil
    }
    return path
  }

  /// `ISNAD_HISTORY`, or a file in the folder for state; nil when there is no place or the variable is empty.
  static var historyPath: String? {
    if let path = value("ISNAD_HISTORY") { return path.isEmpty ? nil : path }
    let state = value("XDG_STATE_HOME") ?? value("HOME").map { $0 + "/.local/state" }
    guard let folder = state.map({ $0 + "/isnad" }), (try? Folder.make(folder)) != nil else { return nil }
    return folder + "/history"
  }
}
