#include "crm_service/fields/index/index_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/field_sets/indexed_fields.h"
#include "crm_service/fields/index/held_values.h"
#include "crm_service/fields/index/index_entries.h"
#include "crm_service/fields/index/index_keys.h"
#include "crm_service/fields/index/resource_words.h"
#include "crm_service/log/events/written_since.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::Field;
using v1::FieldSet;

namespace {

// Two resources that have the same value.
struct Repeat {
  int64_t one;
  int64_t other;
};

constexpr size_t kNamedRepeats = 3;

// In use, or in the bin. Null: no resource can have a value in it.
const Field* FieldWithValues(const FieldSet& before, const std::string& key) {
  for (const auto* fields : {&before.fields(), &before.removed_fields()}) {
    const auto found = std::ranges::find(*fields, key, &Field::key);
    if (found != fields->end()) return &*found;
  }
  return nullptr;
}

std::vector<Repeat> RepeatsOf(const std::vector<storage::Row>& rows) {
  std::vector<Repeat> repeats;
  for (const auto& row : rows) repeats.push_back({row.Int(0), row.Int(1)});
  return repeats;
}

// In the order of the primary key, and of nothing but it.
std::vector<Repeat> RepeatsIn(Session& session, int64_t index_id) {
  return RepeatsOf(session.db.Query(
      "SELECT MIN(resource_id), MAX(resource_id) FROM indexed_values WHERE account_id = ? AND index_id = ? "
      "GROUP BY value HAVING COUNT(*) > 1 LIMIT ?",
      session.account_id(), index_id, kNamedRepeats));
}

// Of values that one of these resources has.
std::vector<Repeat> RepeatsWith(Session& session, int64_t index_id, const std::vector<int64_t>& resource_ids) {
  std::vector<Repeat> repeats;
  for (const auto& portion : storage::InPortions(resource_ids)) {
    std::vector<storage::Value> values{session.account_id(), index_id};
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    values.emplace_back(kNamedRepeats);
    const auto found = RepeatsOf(session.db.QueryWith(
        "SELECT mine.resource_id, other.resource_id FROM indexed_values mine FORCE INDEX (values_of_resource) "
        "JOIN indexed_values other ON other.account_id = mine.account_id AND other.index_id = mine.index_id "
        "AND other.value = mine.value AND other.resource_id <> mine.resource_id "
        "WHERE mine.account_id = ? AND mine.index_id = ? AND mine.resource_id IN (" +
            portion.placeholders + ") LIMIT ?",
        values));
    repeats.insert(repeats.end(), found.begin(), found.end());
    if (repeats.size() >= kNamedRepeats) break;
  }
  return repeats;
}

std::vector<Repeat> RepeatsAmong(const std::vector<HeldValues>& all, const Field& field) {
  std::vector<Repeat> repeats;
  std::map<std::string, int64_t> holders;
  for (const auto& [id, values] : all) {
    const auto value = values.find(field.key());
    if (value == values.end()) continue;
    for (const auto& key : IndexKeys(field, value->second)) {
      const auto [holder, is_first] = holders.emplace(key, id);
      if (!is_first && repeats.size() < kNamedRepeats) repeats.push_back({holder->second, id});
    }
  }
  return repeats;
}

void AddRepeats(Session& session, v1::Entity entity, const std::vector<Repeat>& repeats, const std::string& path,
                Violations& violations) {
  if (repeats.empty()) return;
  rpc::Text pairs;
  for (const auto& [one, other] : repeats) {
    const auto first = NameOf(session, entity, one);
    const auto second = NameOf(session, entity, other);
    pairs.en += fmt::format("{}{} and {}", pairs.en.empty() ? "" : "; ", first.en, second.en);
    pairs.ru += fmt::format("{}{} и {}", pairs.ru.empty() ? "" : "; ", first.ru, second.ru);
  }
  violations.Add("VALUES_REPEAT", path,
                 {"Some have the same value: " + pairs.en + ". Correct them first.",
                  "Есть одинаковые значения: " + pairs.ru + ". Сначала исправьте их."});
}

// Which values of a full index repeat.
using Search = std::function<std::vector<Repeat>(int64_t index_id)>;

void AddWhatForbids(Session& session, const FieldSet& before, const FieldSet& wanted, const Search& search,
                    Violations& violations) {
  for (int i = 0; i < wanted.fields_size(); ++i) {
    const auto& field = wanted.fields(i);
    const auto* former = FieldWithValues(before, field.key());
    if (!field.unique() || former == nullptr || former->unique() || former->system()) continue;
    const auto path = fmt::format("field_set.fields[{}].unique", i);
    const bool has_index = former->index_id() != 0;
    const auto all = has_index ? std::nullopt : AllValuesIfFew(session, before.entity());
    if (has_index && !former->index_filling()) {
      AddRepeats(session, before.entity(), search(former->index_id()), path, violations);
    } else if (all) {
      AddRepeats(session, before.entity(), RepeatsAmong(*all, field), path, violations);
    } else {
      violations.Add("INDEX_NOT_READY", path,
                     {"There are many values: turn on the search by the field first, and this when it is ready.",
                      "Значений много: сначала включите поиск по полю, а запрет повторов — когда он будет готов."});
    }
  }
}

// The same fields with the same indexes as those that are locked.
class NewIndexes {
 public:
  NewIndexes(Session& session, const FieldSet& before) : session_(session), before_(before) {}

  void Number(FieldSet& after) {
    for (auto& field : *after.mutable_fields()) {
      if (!IsIndexed(field) || field.index_id() != 0) continue;
      field.set_index_id(session_.NextId("field_index"));
      if (FieldWithValues(before_, field.key()) != nullptr) to_fill_.push_back(&field);
    }
  }

  void Fill() {
    if (to_fill_.empty()) return;
    const auto all = AllValuesIfFew(session_, before_.entity());
    if (all) return FillNow(*all);
    for (auto* field : to_fill_) field->set_index_filling(true);
    session_.db.Execute(
        "INSERT INTO index_fills (account_id, entity, position) VALUES (?, ?, 0) ON DUPLICATE KEY UPDATE position = 0",
        session_.account_id(), before_.entity());
  }

 private:
  void FillNow(const std::vector<HeldValues>& all) {
    std::vector<IndexRow> rows;
    for (const auto& [id, values] : all) {
      for (const auto* field : to_fill_) {
        for (const auto& entry : EntriesOf(*field, values)) rows.push_back({entry, id});
      }
    }
    AddMissing(session_, rows);
  }

  Session& session_;
  const FieldSet& before_;
  std::vector<Field*> to_fill_;
};

std::set<int64_t> IndexesOf(const FieldSet& field_set) {
  std::set<int64_t> indexes;
  for (const auto* fields : {&field_set.fields(), &field_set.removed_fields()}) {
    for (const auto& field : *fields) {
      if (field.index_id() != 0) indexes.insert(field.index_id());
    }
  }
  return indexes;
}

void EndIndexes(Session& session, const FieldSet& before, const FieldSet& after) {
  const auto kept = IndexesOf(after);
  for (const int64_t index_id : IndexesOf(before)) {
    if (kept.contains(index_id)) continue;
    session.db.Execute("INSERT INTO ended_indexes (account_id, index_id) VALUES (?, ?)", session.account_id(),
                       index_id);
  }
}

}  // namespace

void CheckMayBeUnique(Session& session, const FieldSet& before, const FieldSet& wanted, Violations& violations) {
  const auto in_index = [&](int64_t index_id) { return RepeatsIn(session, index_id); };
  AddWhatForbids(session, before, wanted, in_index, violations);
}

FieldSet SaveFieldSet(Session& session, const FieldSet& before, const FieldSet& wanted, FieldSet after) {
  Violations repeated;
  const WrittenSince written(session);
  CheckMayBeUnique(session, before, wanted, repeated);
  repeated.ThrowIfAny(rpc::Code::kFailedPrecondition);
  FieldSets(session).Lock(before.entity());
  const auto in_what_is_new = [&](int64_t index_id) {
    return RepeatsWith(session, index_id, written.IdsOf(TypeOfEntity(before.entity())));
  };
  AddWhatForbids(session, before, wanted, in_what_is_new, repeated);
  repeated.ThrowIfAny(rpc::Code::kFailedPrecondition);

  NewIndexes indexes(session, before);
  indexes.Number(after);
  indexes.Fill();
  EndIndexes(session, before, after);
  return FieldSets(session).Save(before, std::move(after));
}

}  // namespace voronka::crm
