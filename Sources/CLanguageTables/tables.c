// Every word of Arabic that the program knows, compiled in. A table is two entries: its bytes and its line in the list.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CLanguageTables.h"

#include <string.h>

static const unsigned char counted_nouns[] = {
#embed "Tables/ar/counted_nouns.tsv"
};
static const unsigned char keywords[] = {
#embed "Tables/ar/keywords.tsv"
};

#define TABLE(name) {#name, name, sizeof name}

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} tables[] = {
    TABLE(counted_nouns),
    TABLE(keywords),
};

const unsigned char *isnad_language_table(const char *name, size_t *count) {
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
    if (strcmp(tables[i].name, name) == 0) {
      *count = tables[i].count;
      return tables[i].bytes;
    }
  }
  *count = 0;
  return NULL;
}
