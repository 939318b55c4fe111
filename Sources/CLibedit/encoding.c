#include "editor.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

void isnad_use_utf8(void) {
  static const char *const fallbacks[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i++) {
    if (setlocale(LC_CTYPE, fallbacks[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  }
}

wchar_t *isnad_wide(const char *text) {
  size_t length = strlen(text);
  wchar_t *wide = malloc((length + 1) * sizeof *wide);
  size_t count = 0;
  mbstate_t state = {0};
  while (length > 0) {
    size_t n = mbrtowc(&wide[count], text, length, &state);
    if (n == 0) break;
    if (n > length) {
      memset(&state, 0, sizeof state);
      wide[count] = 0xFFFD;
      n = 1;
    }
    count++;
    text += n;
    length -= n;
  }
  wide[count] = 0;
  return wide;
}

char *isnad_utf8(const wchar_t *text, size_t count) {
  char *utf8 = malloc(count * MB_CUR_MAX + 1);
  size_t length = 0;
  mbstate_t state = {0};
  for (size_t i = 0; i < count; i++) {
    size_t n = wcrtomb(utf8 + length, text[i], &state);
    if (n == (size_t)-1)
      memset(&state, 0, sizeof state);
    else
      length += n;
  }
  utf8[length] = 0;
  return utf8;
}
