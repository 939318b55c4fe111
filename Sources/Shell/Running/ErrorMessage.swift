import Output
import QueryEngine

/// What a user reads about an error.
package enum ErrorMessage {
  /// Nil for an error of some other part of the program, which has words of its own.
  package static func of(_ error: any Error) -> String? {
    switch error {
    case let failure as QueryFailure: of(failure)
    case is WriteError, is TextFile.Failure, is WriteScope.Refusal, is ShellError: "\(error)"
    default: nil
    }
  }

  private static func of(_ failure: QueryFailure) -> String {
    switch failure {
    case .cancelled: "stopped"
    case .overBudget(let rows): "stopped: more than \(rows) rows; a further condition or `limit` would help"
    case .expressionTooSlow: "stopped: the regular expression takes too long on some text"
    }
  }
}
