// Every word of Arabic that the program knows, compiled in. One line a table.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CLanguageTables.h"

#include <string.h>

#define TABLES(TABLE) \
  TABLE(months)

#define TABLE_BYTES(name) static const unsigned char name##_bytes[] = {
