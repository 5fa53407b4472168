#include "crm_service/search/following/search_effect.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "crm_service/search/documents/own_field_texts.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/deal_contact.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

using v1::FieldSet;
using v1::ResourceChange;
using v1::SearchResult;
using Source = BacklogEntry::Source;

namespace {

// Of any resource; those by which others are found as well come first. With `attachment`, a deal is not found.
constexpr std::array<std::string_view, 11> kFieldsWithWords = {"name",       "phones",     "emails",    "messengers",
                                                               "tax_number", "site",       "text",      "job_title",
                                                               "contact_id", "company_id", "attachment"};
constexpr size_t kShared = 5;
// Of a field set, its definitions; of others, their values.
constexpr const char* kFields = "fields";

bool IsAmong(std::string_view name, size_t first_of_them) {
  return std::find(kFieldsWithWords.begin(), kFieldsWithWords.begin() + first_of_them, name) !=
         kFieldsWithWords.begin() + first_of_them;
}

// What is not an update changes everything.
bool IsUpdate(const ResourceChange& change) {
  return change.kind() != ResourceChange::KIND_CREATED && change.kind() != ResourceChange::KIND_DELETED;
}

bool ChangesWords(const ResourceChange& change) {
  return !IsUpdate(change) || std::ranges::any_of(change.changed().paths(), [](const std::string& path) {
    return path.starts_with(kFields) || IsAmong(path, kFieldsWithWords.size());
  });
}

// Nothing is known that holds words of a resource which has just been made.
bool ChangesSharedWords(const ResourceChange& change) {
  return change.kind() == ResourceChange::KIND_DELETED ||
         std::ranges::any_of(change.changed().paths(), [](const std::string& path) { return IsAmong(path, kShared); });
}

SearchResult::Kind KindOf(const google::protobuf::Any& resource) {
  if (resource.Is<v1::Deal>()) return SearchResult::KIND_DEAL;
  if (resource.Is<v1::Contact>()) return SearchResult::KIND_CONTACT;
  if (resource.Is<v1::Company>()) return SearchResult::KIND_COMPANY;
  if (resource.Is<v1::Task>()) return SearchResult::KIND_TASK;
  return SearchResult::KIND_UNSPECIFIED;
}

SearchResult::Kind KindWithFields(v1::Entity entity) {
  switch (entity) {
    case v1::ENTITY_DEAL:
      return SearchResult::KIND_DEAL;
    case v1::ENTITY_CONTACT:
      return SearchResult::KIND_CONTACT;
    default:
      return SearchResult::KIND_COMPANY;
  }
}

// With the kind of each, which says how its values are cut.
std::map<std::string, int> SearchableIn(const FieldSet& field_set) {
  std::map<std::string, int> kinds;
  for (const auto& field : field_set.fields()) {
    if (IsSearchable(field)) kinds.emplace(field.key(), field.kind());
  }
  return kinds;
}

// A former state that is too large for the event counts as another.
bool ChangesWhatIsSearched(const ResourceChange& change, const FieldSet& after) {
  FieldSet before;
  const bool is_known = change.has_before() && change.before().UnpackTo(&before) && change.omitted().paths().empty();
  return !is_known || SearchableIn(before) != SearchableIn(after);
}

// Who takes part in a deal, which is found by them: another, if they were merged. What they are called there is no word
// of it.
std::optional<SearchEffect> EffectOfContact(const ResourceChange& change) {
  v1::DealContact contact;
  if (!ChangesWords(change) || !change.after().UnpackTo(&contact)) return std::nullopt;
  return SearchEffect{SearchResult::KIND_DEAL, contact.deal_id()};
}

std::optional<SearchEffect> EffectOfFields(const ResourceChange& change) {
  FieldSet after;
  if (!change.after().UnpackTo(&after)) return std::nullopt;
  const auto& changed = change.changed().paths();
  const bool keeps_fields = IsUpdate(change) && std::ranges::find(changed, kFields) == changed.end();
  if (keeps_fields || !ChangesWhatIsSearched(change, after)) return std::nullopt;
  SearchEffect effect;
  effect.others.push_back({KindWithFields(after.entity()), Source::kAll, 0});
  return effect;
}

}  // namespace

std::optional<SearchEffect> EffectOn(const v1::Event& event) {
  const auto& change = event.change();
  if (change.after().Is<FieldSet>()) return EffectOfFields(change);
  if (change.after().Is<v1::DealContact>()) return EffectOfContact(change);
  const auto kind = KindOf(change.after());
  if (kind == SearchResult::KIND_UNSPECIFIED || !ChangesWords(change)) return std::nullopt;
  const int64_t id = change.resource_id();
  SearchEffect effect{kind, id};
  if (!ChangesSharedWords(change)) return effect;
  if (kind == SearchResult::KIND_CONTACT) effect.others.push_back({SearchResult::KIND_DEAL, Source::kContact, id});
  if (kind == SearchResult::KIND_COMPANY) {
    effect.others.push_back({SearchResult::KIND_DEAL, Source::kCompany, id});
    effect.others.push_back({SearchResult::KIND_CONTACT, Source::kCompany, id});
  }
  return effect;
}

}  // namespace voronka::crm
