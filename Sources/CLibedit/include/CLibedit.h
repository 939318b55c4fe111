#ifndef ISNAD_LIBEDIT_H
#define ISNAD_LIBEDIT_H

// Line editing with libedit, whose variadic functions Swift can't call, behind functions of fixed arguments.
// All text is UTF-8.

#include <stdbool.h>
#include <stddef.h>

typedef struct IsnadEditor IsnadEditor;

typedef enum {
  ISNAD_LINE,
  /// Ctrl-C: the half-typed line is gone.
  ISNAD_INTERRUPTED,
  /// Ctrl-D on an empty line, or the terminal has gone.
  ISNAD_END,
} IsnadLineResult;

typedef enum {
  /// Nothing to complete: the terminal beeps.
  ISNAD_NO_COMPLETION,
  /// The line has changed.
  ISNAD_COMPLETED,
  /// Something was printed below the line, which must be drawn again.
  ISNAD_PRINTED,
} IsnadCompletionResult;

/// Called for Tab with the line before and after the cursor.
typedef IsnadCompletionResult (*IsnadCompletion)(
    void *_Nullable context, const char *_Nonnull before, const char *_Nonnull after);

/// Takes the character set of the environment, or UTF-8 where that has none: in a C locale libedit would drop every
/// letter of Arabic.
void isnad_use_utf8(void);

/// From now on Ctrl-C is noted instead of ending the process; with `until_second`, a second one ends it while the
/// first has not been taken.
void isnad_catch_interrupts(bool until_second);
/// What else is done at once when Ctrl-C is pressed; it must be safe in a signal handler.
void isnad_on_interrupt(void (*_Nullable action)(void));
/// Whether Ctrl-C was pressed since the last call.
bool isnad_take_interrupt(void);
/// Whether Ctrl-C was pressed and not taken.
bool isnad_is_interrupted(void);

/// Columns of the terminal behind `descriptor`; 0 when it is none.
int isnad_terminal_width(int descriptor);
/// Its lines; 0 when it is none.
int isnad_terminal_height(int descriptor);

/// Starts a program that the user has chosen, as a line for `sh` in which `$1` is `argument`; it reads from `input`, or
/// from the terminal when that is -1. The process, or the negative errno of what failed.
int isnad_start_program(const char *_Nonnull command, const char *_Nullable argument, int input);
/// Waits for its end: its exit code, or 128 and the signal.
int isnad_await_program(int process);

/// NULL when the terminal can't be edited on. One editor a process.
IsnadEditor *_Nullable isnad_editor_open(const char *_Nonnull program);
void isnad_editor_close(IsnadEditor *_Nonnull editor);

void isnad_editor_set_completion(
    IsnadEditor *_Nonnull editor, IsnadCompletion _Nonnull completion, void *_Nullable context);

/// Reads a line. `*line` lives until the next call, is NULL unless the result is a line, and has no line end.
IsnadLineResult isnad_editor_read(
    IsnadEditor *_Nonnull editor, const char *_Nonnull prompt, const char *_Nullable *_Nonnull line);

/// For a completion: takes `count` characters before the cursor away; puts `text` at the cursor.
void isnad_editor_delete(IsnadEditor *_Nonnull editor, int count);
void isnad_editor_insert(IsnadEditor *_Nonnull editor, const char *_Nonnull text);

/// Loads the history of `path` and appends to it from now on; the file is made readable by its owner alone.
/// 0, or the errno of what failed.
int isnad_editor_open_history(IsnadEditor *_Nonnull editor, const char *_Nonnull path);
/// Adds a statement, which may have several lines. 0, or the errno of what failed.
int isnad_editor_remember(IsnadEditor *_Nonnull editor, const char *_Nonnull statement);
/// The statement `back` entries before the newest, which is 0; NULL when there is none. Lives until the next call.
const char *_Nullable isnad_editor_history(IsnadEditor *_Nonnull editor, int back);

#endif
