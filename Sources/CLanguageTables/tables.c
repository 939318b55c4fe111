// Every word of Arabic that the program knows, compiled in. A table is two entries: its bytes and its line in the list.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CLanguageTables.h"

#include <string.h>

static const unsigned char attribution_phrases[] = {
#embed "Tables/ar/attribution_phrases.tsv"
};
static const unsigned char complementizers[] = {
#embed "Tables/ar/complementizers.tsv"
};
static const unsigned char context_words[] = {
#embed "Tables/ar/context_words.tsv"
};
static const unsigned char counted_nouns[] = {
#embed "Tables/ar/counted_nouns.tsv"
};
static const unsigned char countries[] = {
#embed "Tables/ar/countries.tsv"
};
static const unsigned char currencies[] = {
#embed "Tables/ar/currencies.tsv"
};
static const unsigned char event_triggers[] = {
#embed "Tables/ar/event_triggers.tsv"
};
static const unsigned char family_names[] = {
#embed "Tables/ar/family_names.tsv"
};
static const unsigned char given_names[] = {
#embed "Tables/ar/given_names.tsv"
};
static const unsigned char diagnostics[] = {
#embed "Tables/ar/diagnostics.tsv"
};
static const unsigned char glossary[] = {
#embed "Tables/ar/glossary.tsv"
};
static const unsigned char interface[] = {
#embed "Tables/ar/interface.tsv"
};
static const unsigned char keywords[] = {
#embed "Tables/ar/keywords.tsv"
};
static const unsigned char measure_words[] = {
#embed "Tables/ar/measure_words.tsv"
};
static const unsigned char months[] = {
#embed "Tables/ar/months.tsv"
};
static const unsigned char name_adjectives[] = {
#embed "Tables/ar/name_adjectives.tsv"
};
static const unsigned char name_particles[] = {
#embed "Tables/ar/name_particles.tsv"
};
static const unsigned char nationalities[] = {
#embed "Tables/ar/nationalities.tsv"
};
static const unsigned char number_modifiers[] = {
#embed "Tables/ar/number_modifiers.tsv"
};
static const unsigned char number_words[] = {
#embed "Tables/ar/number_words.tsv"
};
static const unsigned char ordinary_words[] = {
#embed "Tables/ar/ordinary_words.tsv"
};
static const unsigned char organization_triggers[] = {
#embed "Tables/ar/organization_triggers.tsv"
};
static const unsigned char organizations[] = {
#embed "Tables/ar/organizations.tsv"
};
static const unsigned char outlet_names[] = {
#embed "Tables/ar/outlet_names.tsv"
};
static const unsigned char place_triggers[] = {
#embed "Tables/ar/place_triggers.tsv"
};
static const unsigned char places[] = {
#embed "Tables/ar/places.tsv"
};
static const unsigned char post_domains[] = {
#embed "Tables/ar/post_domains.tsv"
};
static const unsigned char reporting_nouns[] = {
#embed "Tables/ar/reporting_nouns.tsv"
};
static const unsigned char reporting_verbs[] = {
#embed "Tables/ar/reporting_verbs.tsv"
};
static const unsigned char figure_words[] = {
#embed "Tables/ar/figure_words.tsv"
};

static const unsigned char rule_words[] = {
#embed "Tables/ar/rule_words.tsv"
};
static const unsigned char source_nouns[] = {
#embed "Tables/ar/source_nouns.tsv"
};
static const unsigned char time_words[] = {
#embed "Tables/ar/time_words.tsv"
};
static const unsigned char titles[] = {
#embed "Tables/ar/titles.tsv"
};
static const unsigned char weekdays[] = {
#embed "Tables/ar/weekdays.tsv"
};

#define TABLE(name) {#name, name, sizeof name}

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} tables[] = {
    TABLE(attribution_phrases),
    TABLE(complementizers),
    TABLE(context_words),
    TABLE(counted_nouns),
    TABLE(countries),
    TABLE(currencies),
    TABLE(event_triggers),
    TABLE(family_names),
    TABLE(given_names),
    TABLE(diagnostics),
    TABLE(glossary),
    TABLE(interface),
  TABLE(keywords),
    TABLE(measure_words),
    TABLE(months),
    TABLE(name_adjectives),
    TABLE(name_particles),
    TABLE(nationalities),
    TABLE(number_modifiers),
    TABLE(number_words),
    TABLE(ordinary_words),
    TABLE(organization_triggers),
    TABLE(organizations),
    TABLE(outlet_names),
    TABLE(place_triggers),
    TABLE(places),
    TABLE(post_domains),
    TABLE(reporting_nouns),
    TABLE(reporting_verbs),
    TABLE(figure_words),
    TABLE(rule_words),
    TABLE(source_nouns),
    TABLE(time_words),
    TABLE(titles),
    TABLE(weekdays),
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
