#include "crm_service/fields/index/index_filter.h"

#include <fmt/format.h>

#include <algorithm>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/rights/field_rights.h"

namespace voronka::crm {

using google::protobuf::Map;
using google::protobuf::RepeatedPtrField;
using v1::Field;
using v1::FieldFilter;
using v1::FieldValue;

namespace {

// Whoever does not see a field could guess its values by a filter.
const Field* FilteredField(const v1::FieldSet& field_set, options::v1::Role role, const FieldFilter& filter,
                           const std::string& path, rpc::Violations& violations) {
  const auto found = std::ranges::find(field_set.fields(), filter.field(), &Field::key);
  if (found == field_set.fields().end() || found->system() || !SeesField(role, *found)) {
    violations.Add("UNKNOWN_FIELD", path,
                   {"There is no field “" + filter.field() + "”.", "Поля «" + filter.field() + "» нет."});
    return nullptr;
  }
  violations.AddUnless(found->filterable(), "NOT_FILTERABLE", path,
                       {"Turn on the search by the field “" + found->label() + "” first.",
                        "Сначала включите поиск по полю «" + found->label() + "»."});
  return found->filterable() ? &*found : nullptr;
}

std::set<IndexEntry> WantedBy(const FieldFilter& filter, const Field& field, const std::string& path,
                              rpc::Violations& violations) {
  Map<std::string, FieldValue> values;
  values[field.key()] = filter.value();
  auto entries = EntriesOf(field, values);
  violations.AddUnless(!entries.empty(), "WRONG_KIND", path,
                       {"The field “" + field.label() + "” holds values of another kind.",
                        "В поле «" + field.label() + "» хранятся значения другого вида."});
  return entries;
}

}  // namespace

IndexFilter::IndexFilter(rpc::Session& session, v1::Entity entity, const RepeatedPtrField<FieldFilter>& filters) {
  if (filters.empty()) return;
  field_set_ = FieldSets(session).Get(entity);
  rpc::Violations wrong;
  rpc::Violations early;
  for (int i = 0; i < filters.size(); ++i) {
    const auto place = fmt::format("field_filters[{}]", i);
    const auto* field = FilteredField(field_set_, session.caller.role, filters[i], place + ".field", wrong);
    if (field == nullptr) continue;
    entries_.merge(WantedBy(filters[i], *field, place + ".value", wrong));
    early.AddUnless(!field->index_filling(), "INDEX_NOT_READY", place + ".field",
                    {"The values of the field “" + field->label() + "” are still being prepared for the search.",
                     "Значения поля «" + field->label() + "» ещё готовятся к поиску."});
  }
  wrong.ThrowIfAny();
  early.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

std::string IndexFilter::Conditions(int64_t account_id, std::vector<storage::Value>& values) const {
  std::string conditions;
  for (const auto& entry : entries_) {
    conditions +=
        " AND id IN (SELECT resource_id FROM indexed_values WHERE account_id = ? AND index_id = ? AND value = ?)";
    values.insert(values.end(), {account_id, entry.index_id, storage::Bytes{entry.value}});
  }
  return conditions;
}

bool IndexFilter::Suits(const Map<std::string, FieldValue>& values) const {
  return entries_.empty() || std::ranges::includes(EntriesOf(field_set_, values), entries_);
}

}  // namespace voronka::crm
