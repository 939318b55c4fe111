#include "editor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Appending line by line keeps the history of a shell that is killed, and of two shells at once.
static FILE *open_for_appending(const char *path) {
  int descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return NULL;
  fchmod(descriptor, 0600);
  FILE *file = fdopen(descriptor, "a+");
  if (!file) close(descriptor);
  return file;
}

// As libedit's H_SAVE, which has no sound way to write the newest entry alone: one entry a line, what would end it and
// the backslash as octal.
static void write_entry(FILE *file, const char *statement) {
  fseek(file, 0, SEEK_END);
  if (ftell(file) == 0) fputs("_HiStOrY_V2_\n", file);
  for (const char *byte = statement; *byte; byte++) {
    if ((unsigned char)*byte < 0x20 || *byte == '\\')
      fprintf(file, "\\%03o", (unsigned char)*byte);
    else
      fputc(*byte, file);
  }
  fputc('\n', file);
}

typedef struct {
  const wchar_t *text;
  int age;
  int number;
} Entry;

static int by_text_then_age(const void *a, const void *b) {
  const Entry *left = a, *right = b;
  int order = wcscmp(left->text, right->text);
  return order != 0 ? order : left->age - right->age;
}

// Of statements entered more than once, the last one stays.
static void drop_repetitions(HistoryW *history) {
  HistEventW event;
  if (history_w(history, &event, H_GETSIZE) < 0 || event.num <= 1) return;
  Entry *entries = calloc((size_t)event.num, sizeof *entries);
  int count = 0, most = event.num;
  for (int found = history_w(history, &event, H_FIRST); found >= 0 && count < most;
       found = history_w(history, &event, H_NEXT), count++)
    entries[count] = (Entry){.text = event.str, .age = count, .number = event.num};
  qsort(entries, (size_t)count, sizeof *entries, by_text_then_age);
  // From the end, since an entry that goes takes its text with it.
  for (int i = count - 1; i > 0; i--)
    if (wcscmp(entries[i].text, entries[i - 1].text) == 0) history_w(history, &event, H_DEL, entries[i].number);
  free(entries);
}

int isnad_editor_open_history(IsnadEditor *editor, const char *path) {
  HistEventW event;
  FILE *file = open_for_appending(path);
  if (!file) return errno;
  fclose(file);
  free(editor->history_path);
  editor->history_path = strdup(path);
  history_w(editor->history, &event, H_LOAD, path);
  drop_repetitions(editor->history);
  return 0;
}

int isnad_editor_remember(IsnadEditor *editor, const char *statement) {
  HistEventW event;
  wchar_t *wide = isnad_wide(statement);
  int entered = history_w(editor->history, &event, H_ENTER, wide);
  free(wide);
  // 0: the same as the entry before, which H_SETUNIQUE keeps once.
  if (entered <= 0) return 0;
  drop_repetitions(editor->history);
  if (!editor->history_path) return 0;
  FILE *file = open_for_appending(editor->history_path);
  if (!file) return errno;
  write_entry(file, statement);
  return fclose(file) == 0 ? 0 : errno;
}

const char *isnad_editor_history(IsnadEditor *editor, int back) {
  HistEventW event;
  int found = history_w(editor->history, &event, H_FIRST);
  while (found >= 0 && back-- > 0) found = history_w(editor->history, &event, H_NEXT);
  if (found < 0) return NULL;
  free(editor->entry);
  editor->entry = isnad_utf8(event.str, wcslen(event.str));
  return editor->entry;
}
