/// Whether the terminal reorders text by itself, so that cells need isolates.
package enum Bidi: String, CaseIterable, Sendable {
  case auto, on, off

  /// `auto` goes by what terminals with bidi support say of themselves. Inside `tmux` or `screen` the outer terminal is
  /// hidden, and these place every character themselves, so it is off.
  package func isolates(environment: (String) -> String?) -> Bool {
    switch self {
    case .on: return true
    case .off: return false
    case .auto:
      if environment("TMUX") != nil || environment("STY") != nil { return false }
      if let version = environment("VTE_VERSION").flatMap({ Int($0) }) { return version >= 5800 }
      return environment("KONSOLE_VERSION") != nil || environment("MLTERM") != nil
        || environment("TERM_PROGRAM") == "Apple_Terminal"
    }
  }
}
