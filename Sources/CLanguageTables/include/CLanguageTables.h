#ifndef ISNAD_LANGUAGE_TABLES_H
#define ISNAD_LANGUAGE_TABLES_H

#include <stddef.h>

/// The bytes of the table called `name` (its file name without `.tsv`) and their number in `count`;
/// NULL and 0 when there is no such table. The bytes live as long as the process.
const unsigned char *_Nullable isnad_language_table(const char *_Nonnull name, size_t *_Nonnull count);

#endif
