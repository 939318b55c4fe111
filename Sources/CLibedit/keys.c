#include "editor.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// A control character that libedit gives no meaning. Where a signal or a combining mark must become an editing
// command, the reader returns this key and leaves the command in `operation`.
enum { PRIVATE_KEY = 0x1D };

static IsnadEditor *editor_of(EditLine *el) {
  void *editor = NULL;
  el_wget(el, EL_CLIENTDATA, &editor);
  return editor;
}

static int private_key(IsnadEditor *editor, PrivateOperation operation, wchar_t *character) {
  editor->operation = operation;
  *character = PRIVATE_KEY;
  return 1;
}

static bool is_mark(wchar_t character) { return character >= 0x300 && wcwidth(character) == 0; }

int isnad_read_character(EditLine *el, wchar_t *character) {
  IsnadEditor *editor = editor_of(el);
  mbstate_t state = {0};
  for (;;) {
    if (isnad_is_interrupted()) {
      isnad_take_interrupt();
      return private_key(editor, ABANDON_LINE, character);
    }
    if (isnad_take_resize()) {
      el_resize(el);
      return private_key(editor, DRAW_AGAIN, character);
    }
    char byte;
    ssize_t n = read(STDIN_FILENO, &byte, 1);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return (int)n;
    size_t used = mbrtowc(character, &byte, 1, &state);
    if (used == (size_t)-2) continue;
    if (used == (size_t)-1) {
      memset(&state, 0, sizeof state);
      continue;
    }
    if (is_mark(*character)) {
      editor->mark = *character;
      return private_key(editor, INSERT_MARK, character);
    }
    return 1;
  }
}

// libedit gives every typed character a column and draws no mark after that. Marks are therefore kept from it: they are
// printed on the letter before the cursor, where the terminal joins them, and libedit's picture of the line stays right.
static void print_letter_before(const LineInfoW *info) {
  const wchar_t *letter = info->cursor;
  while (letter > info->buffer && is_mark(letter[-1])) letter--;
  if (letter > info->buffer) letter--;
  char *text = isnad_utf8(letter, (size_t)(info->cursor - letter));
  printf("\b%s", text);
  fflush(stdout);
  free(text);
}

static bool follows_narrow_letter(const LineInfoW *info) {
  const wchar_t *letter = info->cursor;
  while (letter > info->buffer && is_mark(letter[-1])) letter--;
  return letter > info->buffer && wcwidth(letter[-1]) == 1;
}

static unsigned char insert_mark(IsnadEditor *editor) {
  wchar_t text[] = {editor->mark, 0};
  if (el_winsertstr(editor->el, text) != 0) return CC_ERROR;
  const LineInfoW *info = el_wline(editor->el);
  if (!follows_narrow_letter(info)) return CC_REDISPLAY;
  print_letter_before(info);
  return CC_NORM;
}

static unsigned char run_private_operation(EditLine *el, wint_t key) {
  (void)key;
  IsnadEditor *editor = editor_of(el);
  PrivateOperation operation = editor->operation;
  editor->operation = NO_OPERATION;
  switch (operation) {
  case NO_OPERATION: return CC_ERROR;
  case INSERT_MARK: return insert_mark(editor);
  case DRAW_AGAIN: return CC_REDISPLAY;
  case ABANDON_LINE:
    editor->abandoned = true;
    // Through the newline key, which leaves the cursor below a line of several rows.
    el_wpush(el, L"\n");
    return CC_NORM;
  }
  return CC_ERROR;
}

static unsigned char delete_before(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *info = el_wline(el);
  if (info->cursor == info->buffer) return CC_ERROR;
  bool mark = is_mark(info->cursor[-1]);
  el_deletestr(el, 1);
  if (!mark) return CC_REFRESH;
  info = el_wline(el);
  if (!follows_narrow_letter(info)) return CC_REDISPLAY;
  print_letter_before(info);
  return CC_NORM;
}

static unsigned char complete(EditLine *el, wint_t key) {
  (void)key;
  IsnadEditor *editor = editor_of(el);
  if (!editor->completion) return CC_ERROR;
  const LineInfoW *info = el_wline(el);
  char *before = isnad_utf8(info->buffer, (size_t)(info->cursor - info->buffer));
  char *after = isnad_utf8(info->cursor, (size_t)(info->lastchar - info->cursor));
  IsnadCompletionResult result = editor->completion(editor->context, before, after);
  free(before);
  free(after);
  switch (result) {
  case ISNAD_NO_COMPLETION: return CC_ERROR;
  case ISNAD_COMPLETED: return CC_REFRESH;
  case ISNAD_PRINTED: return CC_REDISPLAY;
  }
  return CC_ERROR;
}

void isnad_bind_keys(IsnadEditor *editor) {
  EditLine *el = editor->el;
  el_wset(el, EL_EDITOR, L"emacs");
  el_wset(el, EL_ADDFN, L"isnad-private", L"Commands that no key stands for", run_private_operation);
  el_wset(el, EL_ADDFN, L"isnad-delete", L"Delete the character or mark before the cursor", delete_before);
  el_wset(el, EL_ADDFN, L"isnad-complete", L"Complete what is before the cursor", complete);
  el_wset(el, EL_BIND, L"^]", L"isnad-private", NULL);
  el_wset(el, EL_BIND, L"^?", L"isnad-delete", NULL);
  el_wset(el, EL_BIND, L"^H", L"isnad-delete", NULL);
  el_wset(el, EL_BIND, L"^I", L"isnad-complete", NULL);
  el_wset(el, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
  el_wset(el, EL_BIND, L"\\e[3~", L"ed-delete-next-char", NULL);
  el_wset(el, EL_BIND, L"\\e[1~", L"ed-move-to-beg", NULL);
  el_wset(el, EL_BIND, L"\\e[4~", L"ed-move-to-end", NULL);
  el_wset(el, EL_BIND, L"\\e[H", L"ed-move-to-beg", NULL);
  el_wset(el, EL_BIND, L"\\e[F", L"ed-move-to-end", NULL);
  el_wset(el, EL_BIND, L"\\e[1;5C", L"em-next-word", NULL);
  el_wset(el, EL_BIND, L"\\e[1;5D", L"ed-prev-word", NULL);
}
