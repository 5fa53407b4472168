#include "crm_service/fields/filters/narrowing.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <charconv>
#include <set>
#include <utility>

#include "crm_service/fields/index/index_keys.h"
#include "crm_service/fields/values/resource_values.h"

namespace voronka::crm {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::util::TimeUtil;
using storage::Bytes;
using storage::Value;
using v1::Field;
using v1::FieldValue;

// Few enough that looking for fewer would cost more.
constexpr int kFewCandidates = 200;

// Of an id, which has no fraction.
int64_t WholeNumber(const std::string& number) {
  int64_t whole = 0;
  std::from_chars(number.data(), number.data() + number.size(), whole);
  return whole;
}

// -1: no value of the enum is called so.
int EnumNumber(const FieldDescriptor& field, const std::string& choice) {
  const auto& values = *field.enum_type();
  for (int i = 0; i < values.value_count(); ++i) {
    if (ChoiceOf(*values.value(i)) == choice) return values.value(i)->number();
  }
  return -1;
}

// As the column of the field has it.
Value StoredValue(const FieldValue& value, const FieldDescriptor& field) {
  switch (value.value_case()) {
    case FieldValue::kText:
      return value.text();
    case FieldValue::kNumber:
      return WholeNumber(value.number());
    case FieldValue::kMoney:
      return value.money().minor();
    case FieldValue::kTime:
      return TimeUtil::TimestampToMicroseconds(value.time());
    case FieldValue::kYes:
      return value.yes() ? 1 : 0;
    case FieldValue::kChoice:
      if (field.enum_type() != nullptr) return EnumNumber(field, value.choice());
      return value.choice();
    case FieldValue::kUserId:
      return value.user_id();
    default:
      return Value();
  }
}

std::string Placeholders(size_t count) {
  std::string placeholders;
  for (size_t i = 0; i < count; ++i) placeholders += i == 0 ? "?" : ", ?";
  return placeholders;
}

const Constraint* ConstraintOn(const FilterTable& table, const Constraints& constraints, const std::string& key) {
  const auto found = constraints.find(WordFor(table.subject) + "." + key);
  return found == constraints.end() ? nullptr : &found->second;
}

// The range of an index that the constraints leave, as conditions that each begin with AND.
class IndexRange {
 public:
  IndexRange(const FilterTable& table, const Constraints& constraints) : table_(table), constraints_(constraints) {}

  void Add(const FilterIndex& index) {
    for (const auto& key : index.keys) {
      const auto* constraint = ConstraintOn(table_, constraints_, key);
      if (constraint == nullptr || !AddKey(key, *constraint)) return;
    }
  }

  std::string sql;
  std::vector<Value> values;

 private:
  // Whether further columns of the index narrow it.
  bool AddKey(const std::string& key, const Constraint& constraint) {
    const auto& field = *table_.resource->FindFieldByName(key);
    const auto column = ColumnOfKey(table_, key);
    if (constraint.one_of) {
      sql += constraint.one_of->empty()
                 ? " AND 0 = 1"
                 : fmt::format(" AND {} IN ({})", column, Placeholders(constraint.one_of->size()));
      for (const auto& value : *constraint.one_of) values.push_back(StoredValue(value, field));
      return true;
    }
    if (constraint.from) AddBound(column + " >= ?", *constraint.from, field);
    if (constraint.to) AddBound(column + " <= ?", *constraint.to, field);
    return false;
  }

  void AddBound(const std::string& condition, const FieldValue& bound, const FieldDescriptor& field) {
    sql += " AND " + condition;
    values.push_back(StoredValue(bound, field));
  }

  const FilterTable& table_;
  const Constraints& constraints_;
};

// What the values stand in the index as.
std::set<std::string> KeysOfValues(const Field& field, const std::vector<FieldValue>& values) {
  std::set<std::string> keys;
  for (const auto& value : values) {
    if (field.kind() == Field::KIND_CHOICES) {
      keys.insert(value.choice());
    } else {
      keys.merge(IndexKeys(field, value));
    }
  }
  return keys;
}

// Dates stand in their index in order.
bool AddOwnRange(const Field& field, const Constraint& constraint, Narrowing& narrowing) {
  if (constraint.one_of) {
    const auto keys = KeysOfValues(field, *constraint.one_of);
    if (keys.empty()) return false;
    narrowing.sql += fmt::format(" AND value IN ({})", Placeholders(keys.size()));
    for (const auto& key : keys) narrowing.values.emplace_back(Bytes{key});
    return true;
  }
  if (field.kind() != Field::KIND_DATE) return false;
  const auto add_bound = [&](const char* condition, const FieldValue& bound) {
    narrowing.sql += condition;
    narrowing.values.emplace_back(Bytes{bound.date()});
  };
  if (constraint.from) add_bound(" AND value >= ?", *constraint.from);
  if (constraint.to) add_bound(" AND value <= ?", *constraint.to);
  return constraint.from || constraint.to;
}

std::optional<Narrowing> ByOwnField(const Field& field, const Constraint& constraint, int64_t account_id) {
  if (field.system() || field.index_id() == 0 || field.index_filling()) return std::nullopt;
  Narrowing narrowing{
      "SELECT resource_id AS id FROM indexed_values FORCE INDEX (PRIMARY) WHERE account_id = ? AND index_id = ?",
      {account_id, field.index_id()}};
  if (!AddOwnRange(field, constraint, narrowing)) return std::nullopt;
  return narrowing;
}

Narrowing ByRange(const FilterTable& table, const FilterIndex& index, const IndexRange& range, int64_t account_id) {
  Narrowing narrowing{
      fmt::format("SELECT id FROM {} FORCE INDEX ({}) WHERE account_id = ?{}", table.name, index.name, range.sql),
      {account_id}};
  narrowing.values.insert(narrowing.values.end(), range.values.begin(), range.values.end());
  return narrowing;
}

// Whether the first `count` fields of the index must have one value each.
bool ArePinned(const FilterTable& table, const FilterIndex& index, size_t count, const Constraints& constraints) {
  for (size_t i = 0; i < count; ++i) {
    const auto* constraint = ConstraintOn(table, constraints, index.keys[i]);
    if (constraint == nullptr || !constraint->one_of || constraint->one_of->size() != 1) return false;
  }
  return true;
}

Pins PinsOf(const FilterTable& table, const FilterIndex& index, size_t count, const Constraints& constraints) {
  Pins pins{index.name, "", {}};
  for (size_t i = 0; i < count; ++i) {
    const auto& key = index.keys[i];
    pins.conditions += fmt::format(" AND r.{} = ?", ColumnOfKey(table, key));
    pins.values.push_back(
        StoredValue(ConstraintOn(table, constraints, key)->one_of->front(), *table.resource->FindFieldByName(key)));
  }
  return pins;
}

}  // namespace

std::vector<Narrowing> NarrowingsOf(const FilterTable& table, const FilterFields& fields,
                                    const Constraints& constraints, int64_t account_id) {
  std::vector<Narrowing> narrowings;
  // Two indexes may begin alike.
  std::set<std::string> ranges{""};
  for (const auto& index : table.indexes) {
    if (index.is_for_order_only) continue;
    IndexRange range(table, constraints);
    range.Add(index);
    if (ranges.insert(range.sql).second) narrowings.push_back(ByRange(table, index, range, account_id));
  }
  for (const auto& [name, constraint] : constraints) {
    const auto* field = SubjectIn(name) == WordFor(table.subject) ? fields.Find(name) : nullptr;
    if (field == nullptr) continue;
    if (auto narrowing = ByOwnField(*field, constraint, account_id)) narrowings.push_back(*std::move(narrowing));
  }
  return narrowings;
}

int CountCandidates(rpc::Session& session, const Narrowing& narrowing) {
  auto values = narrowing.values;
  values.emplace_back(kMostCandidates + 1);
  const auto rows = session.db.QueryWith("SELECT COUNT(*) FROM (" + narrowing.sql + " LIMIT ?) found", values);
  return static_cast<int>(rows.front().Int(0));
}

std::optional<Narrowing> Narrowest(rpc::Session& session, const std::vector<Narrowing>& narrowings) {
  const Narrowing* narrowest = nullptr;
  int fewest = kMostCandidates + 1;
  for (const auto& narrowing : narrowings) {
    const int count = CountCandidates(session, narrowing);
    if (count >= fewest) continue;
    narrowest = &narrowing;
    fewest = count;
    if (count <= kFewCandidates) break;
  }
  if (narrowest == nullptr) return std::nullopt;
  return *narrowest;
}

std::optional<Pins> PinsFor(const FilterTable& table, const Constraints& constraints, const std::string& order_key) {
  std::optional<Pins> longest;
  if (order_key.empty()) longest = Pins();
  for (const auto& index : table.indexes) {
    const bool ends_with_order = !order_key.empty() && index.keys.back() == order_key;
    if (!order_key.empty() && !ends_with_order) continue;
    const size_t count = index.keys.size() - (ends_with_order ? 1 : 0);
    if (!ArePinned(table, index, count, constraints)) continue;
    auto pins = PinsOf(table, index, count, constraints);
    if (!longest || pins.values.size() > longest->values.size()) longest = std::move(pins);
  }
  return longest;
}

}  // namespace voronka::crm
