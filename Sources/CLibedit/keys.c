#include "editor.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// A control character that libedit gives no meaning. Where a signal or a combining mark must become an editing
// command, the reader returns this key and leaves the command in `operation`.
enum { PRIVATE_KEY = 0x1D };

// As long as a statement may be.
enum { PASTE_LIMIT = 1 << 20 };

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
    if (isnad_take_continuation()) {
      // The shell that had the terminal meanwhile has left it in its own mode.
      el_wset(el, EL_PREP_TERM, 0);
      el_wset(el, EL_PREP_TERM, 1);
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

void isnad_expect_pastes(bool on) {
  const char *terminal = getenv("TERM");
  if (!isatty(STDOUT_FILENO) || !terminal || strcmp(terminal, "dumb") == 0) return;
  fputs(on ? "\033[?2004h" : "\033[?2004l", stdout);
  fflush(stdout);
}

// What a terminal sends between ESC[200~ and ESC[201~ was pasted: its tabs complete nothing, and its line ends leave
// the statements to be read, and changed, before Enter runs them.
static unsigned char insert_paste(EditLine *el, wint_t key) {
  (void)key;
  static const char end[] = "\033[201~";
  size_t length = 0, capacity = 4096;
  char *text = malloc(capacity);
  while (length < PASTE_LIMIT) {
    ssize_t n = read(STDIN_FILENO, text + length, 1);
    if (n < 0 && errno == EINTR && !isnad_is_interrupted()) continue;
    if (n <= 0) break;
    if (text[length] == '\r') text[length] = '\n';
    length++;
    if (length >= sizeof end - 1 && memcmp(text + length - (sizeof end - 1), end, sizeof end - 1) == 0) {
      length -= sizeof end - 1;
      break;
    }
    if (length + 1 == capacity) text = realloc(text, capacity *= 2);
  }
  while (length > 0 && text[length - 1] == '\n') length--;
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] < 0x20 && text[i] != '\n') text[i] = ' ';
  text[length] = 0;
  wchar_t *wide = isnad_wide(text);
  free(text);
  int failed = el_winsertstr(el, wide);
  free(wide);
  return failed ? CC_ERROR : CC_REFRESH;
}

void isnad_bind_keys(IsnadEditor *editor) {
  EditLine *el = editor->el;
  el_wset(el, EL_EDITOR, L"emacs");
  el_wset(el, EL_ADDFN, L"isnad-private", L"Commands that no key stands for", run_private_operation);
  el_wset(el, EL_ADDFN, L"isnad-delete", L"Delete the character or mark before the cursor", delete_before);
  el_wset(el, EL_ADDFN, L"isnad-complete", L"Complete what is before the cursor", complete);
  el_wset(el, EL_ADDFN, L"isnad-paste", L"Insert what the terminal says was pasted", insert_paste);
  el_wset(el, EL_BIND, L"^]", L"isnad-private", NULL);
  el_wset(el, EL_BIND, L"\\e[200~", L"isnad-paste", NULL);
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
