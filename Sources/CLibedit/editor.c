#include "editor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static wchar_t *prompt_of(EditLine *el) {
  void *editor = NULL;
  el_wget(el, EL_CLIENTDATA, &editor);
  return ((IsnadEditor *)editor)->prompt;
}

IsnadEditor *isnad_editor_open(const char *program) {
  if (!isatty(STDIN_FILENO)) return NULL;
  IsnadEditor *editor = calloc(1, sizeof *editor);
  editor->el = el_init(program, stdin, stdout, stderr);
  if (!editor->el) {
    free(editor);
    return NULL;
  }
  editor->prompt = isnad_wide("");
  el_wset(editor->el, EL_CLIENTDATA, editor);
  el_wset(editor->el, EL_SIGNAL, 0);
  el_wset(editor->el, EL_PROMPT, prompt_of);
  el_wset(editor->el, EL_GETCFN, isnad_read_character);
  isnad_bind_keys(editor);
  el_source(editor->el, NULL);

  HistEventW event;
  editor->history = history_winit();
  history_w(editor->history, &event, H_SETSIZE, 2000);
  history_w(editor->history, &event, H_SETUNIQUE, 1);
  el_wset(editor->el, EL_HIST, history_w, editor->history);
  return editor;
}

void isnad_editor_close(IsnadEditor *editor) {
  history_wend(editor->history);
  el_end(editor->el);
  free(editor->prompt);
  free(editor->line);
  free(editor->entry);
  free(editor->history_path);
  free(editor);
}

void isnad_editor_set_completion(IsnadEditor *editor, IsnadCompletion completion, void *context) {
  editor->completion = completion;
  editor->context = context;
}

IsnadLineResult isnad_editor_read(IsnadEditor *editor, const char *prompt, const char **line) {
  free(editor->prompt);
  editor->prompt = isnad_wide(prompt);
  free(editor->line);
  editor->line = NULL;
  *line = NULL;
  editor->abandoned = false;
  isnad_take_interrupt();

  int count = 0;
  isnad_expect_pastes(true);
  const wchar_t *text = el_wgets(editor->el, &count);
  isnad_expect_pastes(false);
  if (editor->abandoned) return ISNAD_INTERRUPTED;
  if (!text || count <= 0) return ISNAD_END;
  if (text[count - 1] == L'\n') count--;
  *line = editor->line = isnad_utf8(text, (size_t)count);
  return ISNAD_LINE;
}

void isnad_editor_delete(IsnadEditor *editor, int count) {
  if (count > 0) el_deletestr(editor->el, count);
}

void isnad_editor_insert(IsnadEditor *editor, const char *text) {
  wchar_t *wide = isnad_wide(text);
  el_winsertstr(editor->el, wide);
  free(wide);
}
