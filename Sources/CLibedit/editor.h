#ifndef ISNAD_EDITOR_H
#define ISNAD_EDITOR_H

// For wcwidth.
#define _GNU_SOURCE 1

#include "CLibedit.h"

#include <histedit.h>
#include <wchar.h>

/// What the key that nobody types stands for.
typedef enum { NO_OPERATION, ABANDON_LINE, INSERT_MARK, DRAW_AGAIN } PrivateOperation;

struct IsnadEditor {
  EditLine *el;
  HistoryW *history;
  wchar_t *prompt;
  char *line;
  char *entry;
  char *history_path;
  IsnadCompletion completion;
  void *context;
  PrivateOperation operation;
  wchar_t mark;
  bool abandoned;
};

/// Copies in the other encoding, made by malloc; bytes that are no UTF-8 become U+FFFD.
wchar_t *isnad_wide(const char *text);
char *isnad_utf8(const wchar_t *text, size_t count);

/// Reads one character for libedit.
int isnad_read_character(EditLine *el, wchar_t *character);
/// Asks the terminal to mark what is pasted, or not to.
void isnad_expect_pastes(bool on);
/// Binds the keys whose work libedit doesn't do, or does wrongly.
void isnad_bind_keys(IsnadEditor *editor);

/// Whether the window has changed its size since the last call.
bool isnad_take_resize(void);
/// Whether the process was stopped and has gone on since the last call.
bool isnad_take_continuation(void);

#endif
