#include "crm_service/fields/filters/candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace voronka::crm {
namespace {

using storage::Value;
using Part = FilterPosition::Part;

constexpr int kPortionOfWalk = 512;
// There may be more than when they were counted.
constexpr int kMostNarrowed = 2 * kMostCandidates;

// A record with several own values stands where the first of them says.
constexpr char kEarlierValue[] =
    " LEFT JOIN indexed_values e FORCE INDEX (values_of_resource) ON e.account_id = v.account_id "
    "AND e.index_id = v.index_id AND e.resource_id = v.resource_id AND e.value < v.value";

int64_t NumberIn(const std::string& text) {
  int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Of a text that nobody has issued, whatever comes out.
storage::Bytes BytesIn(const std::string& hexadecimal) {
  constexpr int kHexadecimal = 16;
  storage::Bytes bytes;
  for (size_t i = 0; i + 1 < hexadecimal.size(); i += 2) {
    unsigned byte = 0;
    std::from_chars(hexadecimal.data() + i, hexadecimal.data() + i + 2, byte, kHexadecimal);
    bytes.value += static_cast<char>(byte);
  }
  return bytes;
}

}  // namespace

Candidates::Candidates(int64_t account_id, const FilterTable& table, AskedOrder order,
                       std::optional<Narrowing> narrowing, Pins pins, FilterPosition after)
    : account_id_(account_id),
      table_(table),
      order_(std::move(order)),
      narrowing_(std::move(narrowing)),
      pins_(std::move(pins)),
      part_(after.part == Part::kBlank && order_.has_blanks() ? Part::kBlank : Part::kFilled) {
  if (after.part != Part::kBeginning) last_ = std::move(after);
}

std::vector<FilterPosition> Candidates::Next(rpc::Session& session, int most) {
  while (given_ == fetched_.size() && !IsOver()) Fetch(session);
  const auto count = std::min<size_t>(most, fetched_.size() - given_);
  const auto first = fetched_.begin() + static_cast<std::ptrdiff_t>(given_);
  given_ += count;
  return {first, first + static_cast<std::ptrdiff_t>(count)};
}

bool Candidates::IsOver() const {
  const bool is_last = part_ == Part::kBlank || !order_.has_blanks();
  return part_is_read_ && is_last;
}

void Candidates::GoToNextPart() {
  part_ = Part::kBlank;
  part_is_read_ = false;
  last_.reset();
}

void Candidates::Fetch(rpc::Session& session) {
  if (part_is_read_) GoToNextPart();
  const int most = are_narrowed() ? kMostNarrowed : kPortionOfWalk;
  const auto query = Query(most);
  fetched_.clear();
  given_ = 0;
  for (const auto& row : session.db.QueryWith(query.sql, query.values)) {
    FilterPosition position{part_, row.Int(0), IsOfValues() ? row.Text(1) : ""};
    position.is_elsewhere = IsAmongOthers() && row.Bool(1);
    fetched_.push_back(std::move(position));
  }
  part_is_read_ = static_cast<int>(fetched_.size()) < most;
  if (!fetched_.empty()) last_ = fetched_.back();
}

CandidateQuery Candidates::Query(int most) const {
  CandidateQuery query;
  query.sql = "SELECT " + Id();
  if (IsOfValues()) query.sql += ", " + ColumnAsText();
  if (IsAmongOthers()) query.sql += ", v.resource_id IS NOT NULL";
  AddSource(query);
  AddPart(query);
  if (last_) AddPlace(query);
  query.sql += OrderClause();
  query.values.emplace_back(most);
  return query;
}

void Candidates::AddSource(CandidateQuery& query) const {
  if (are_narrowed()) return AddNarrowedRecords(query);
  if (IsWalkOfOwnValues()) return AddWalkOfOwnValues(query);
  query.sql += fmt::format(" FROM {} r FORCE INDEX ({})", table_.name, pins_.index);
  AddOwnValues(query);
  query.sql += " WHERE r.account_id = ?" + pins_.conditions;
  query.values.emplace_back(account_id_);
  query.values.insert(query.values.end(), pins_.values.begin(), pins_.values.end());
}

void Candidates::AddNarrowedRecords(CandidateQuery& query) const {
  query.sql += fmt::format(
      " FROM (SELECT DISTINCT id FROM ({} LIMIT ?) found) c STRAIGHT_JOIN {} r FORCE INDEX (PRIMARY) "
      "ON r.account_id = ? AND r.id = c.id",
      narrowing_->sql, table_.name);
  query.values = narrowing_->values;
  query.values.emplace_back(kMostNarrowed);
  query.values.emplace_back(account_id_);
  AddOwnValues(query);
  query.sql += " WHERE 1 = 1";
}

void Candidates::AddWalkOfOwnValues(CandidateQuery& query) const {
  query.sql += fmt::format(" FROM indexed_values v FORCE INDEX ({})",
                           order_.own->is_of_numbers ? "values_by_number" : "PRIMARY");
  if (order_.own->is_of_several) query.sql += kEarlierValue;
  query.sql += " WHERE v.account_id = ? AND v.index_id = ?";
  query.values.emplace_back(account_id_);
  query.values.emplace_back(order_.own->index_id);
}

// Beside the records of `r`. A join, as what EXISTS asks might be looked up for all records at once.
void Candidates::AddOwnValues(CandidateQuery& query) const {
  if (!order_.own) return;
  query.sql += fmt::format(
      " {} indexed_values v FORCE INDEX (values_of_resource) "
      "ON v.account_id = r.account_id AND v.index_id = ? AND v.resource_id = r.id{}",
      part_ == Part::kFilled ? "STRAIGHT_JOIN" : "LEFT JOIN",
      order_.own->is_of_numbers ? " AND v.number IS NOT NULL" : "");
  query.values.emplace_back(order_.own->index_id);
  if (part_ == Part::kFilled && order_.own->is_of_several) query.sql += kEarlierValue;
}

void Candidates::AddPart(CandidateQuery& query) const {
  const bool is_filled = part_ == Part::kFilled;
  if (order_.own) {
    if (IsWalkOfOwnValues() && order_.own->is_of_numbers) query.sql += " AND v.number IS NOT NULL";
    if (is_filled && order_.own->is_of_several) query.sql += " AND e.resource_id IS NULL";
    if (!is_filled && are_narrowed()) query.sql += " AND v.resource_id IS NULL";
    return;
  }
  switch (order_.by.blank) {
    case FilterOrder::Blank::kNever:
      return;
    case FilterOrder::Blank::kNull:
      query.sql += " AND " + Column() + (is_filled ? " IS NOT NULL" : " IS NULL");
      return;
    case FilterOrder::Blank::kEmptyText:
      query.sql += " AND " + Column() + (is_filled ? " <> ''" : " = ''");
      return;
    case FilterOrder::Blank::kZero:
      query.sql += " AND " + Column() + (is_filled ? " > 0" : " = 0");
      return;
  }
}

void Candidates::AddPlace(CandidateQuery& query) const {
  const char* beyond = order_.is_descending ? "<" : ">";
  if (!IsOfValues()) {
    query.sql += fmt::format(" AND {} {} ?", Id(), beyond);
    query.values.emplace_back(last_->id);
    return;
  }
  const bool is_decimal = order_.own && order_.own->is_of_numbers;
  query.sql += fmt::format(" AND ({0} {1} {2} OR ({0} = {2} AND {3} {1} ?))", Column(), beyond,
                           is_decimal ? "CAST(? AS DECIMAL(21,6))" : "?", Id());
  const Value value = ValueOf(*last_);
  query.values.insert(query.values.end(), {value, value, Value(last_->id)});
}

std::string Candidates::OrderClause() const {
  const char* direction = order_.is_descending ? " DESC" : "";
  // Those that are blank are all alike; named in the order, their column would be sorted by.
  if (!IsOfValues()) return fmt::format(" ORDER BY {}{} LIMIT ?", Id(), direction);
  return fmt::format(" ORDER BY {}{}, {}{} LIMIT ?", Column(), direction, Id(), direction);
}

std::string Candidates::Id() const { return IsWalkOfOwnValues() ? "v.resource_id" : "r.id"; }

std::string Candidates::Column() const {
  if (order_.own) return order_.own->is_of_numbers ? "v.number" : "v.value";
  return "r." + ColumnOfKey(table_, order_.by.key);
}

std::string Candidates::ColumnAsText() const {
  const bool is_of_bytes = order_.own && !order_.own->is_of_numbers;
  return is_of_bytes ? "HEX(" + Column() + ")" : "CAST(" + Column() + " AS CHAR)";
}

Value Candidates::ValueOf(const FilterPosition& position) const {
  if (order_.own) return order_.own->is_of_numbers ? Value(position.value) : Value(BytesIn(position.value));
  return IsTextColumn(table_, order_.by.key) ? Value(position.value) : Value(NumberIn(position.value));
}

}  // namespace voronka::crm
