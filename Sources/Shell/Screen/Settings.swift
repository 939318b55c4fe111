import Output

/// What dot-commands set.
struct Settings {
  var format = OutputFormat.table
  var showsTime: Bool
  /// Rows of a table on the screen; nil for all.
  var maxRows: Int? = 40
  /// Columns of a cell; nil for as many as fit.
  var maxWidth: Int?
  var bidi = Bidi.auto
  /// For tables longer than the screen; nil where they are cut to `maxRows`.
  var pager: Pager?
}
