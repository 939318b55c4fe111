import Output
import QueryEngine
import QueryLanguage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a user reads about an error.
package enum ErrorMessage {
  /// Nil for an error of some other part of the program, which has words of its own.
  package static func text(of error: any Error, in language: Interface) -> String? {
    if let wrong = error as? WrongText { return wrong.said(in: language) }
    return of(error).map(language.text)
  }

  private static func of(_ error: any Error) -> Message? {
    switch error {
    case let error as ShellError: error.message
    case let failure as QueryFailure: of(failure)
    case let error as WriteError: of(error)
    case let failure as TextFile.Failure: of(failure)
    case let refusal as WriteScope.Refusal: "\(SafeText.shown(refusal.path)) is not written: \(reason(refusal.reason))"
    default: nil
    }
  }

  static func of(_ failure: TextFile.Failure) -> Message {
    let reason: Message =
      switch failure.reason {
      case .tooLong: "it has more than 64 MiB"
      case .notUTF8: "it is not UTF-8"
      case .system(let code): system(code)
      }
    return "cannot read \(SafeText.shown(failure.path)): \(reason)"
  }

  private static func of(_ failure: QueryFailure) -> Message {
    switch failure {
    case .cancelled: "stopped"
    case .overBudget(let rows): "stopped: more than \(rows) rows; a further condition or `limit` would help"
    case .expressionTooSlow: "stopped: the regular expression takes too long on some text"
    }
  }

  private static func of(_ error: WriteError) -> Message {
    switch error {
    case .closedPipe: "standard output was closed"
    case .exists(let path): "\(SafeText.shown(path)) exists; --force replaces it"
    case .notAFile(let path): "\(SafeText.shown(path)) is not a regular file"
    case .failed(let path, let code): "cannot write \(SafeText.shown(path)): \(system(code))"
    }
  }

  private static func reason(_ reason: WriteScope.Refusal.Reason) -> Message {
    switch reason {
    case .nowhere: "a script writes only below --out DIR, or anywhere with --allow-write"
    case .leadsOut(let folder): "the path leads out of \(SafeText.shown(folder))"
    case .linkLeadsOut(let folder): "a link leads out of \(SafeText.shown(folder))"
    }
  }

  /// What the system calls an error; the table has the common ones.
  static func system(_ code: Int32) -> Message { Message(pattern: String(cString: strerror(code))) }
}
