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

int64_t NumberIn(const std::string& text) {
  int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

Candidates::Candidates(int64_t account_id, const FilterTable& table, AskedOrder order,
                       std::optional<Narrowing> narrowing, Pins pins, FilterPosition after)
    : account_id_(account_id),
      table_(table),
      order_(std::move(order)),
      narrowing_(std::move(narrowing)),
      pins_(std::move(pins)),
      part_(after.part == Part::kBlank ? Part::kBlank : Part::kFilled) {
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
  const bool is_last = part_ == Part::kBlank || order_.by.blank == FilterOrder::Blank::kNever;
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
    const bool has_value = part_ == Part::kFilled && !order_.by.key.empty();
    fetched_.push_back({part_, row.Int(0), has_value ? row.Text(1) : ""});
  }
  part_is_read_ = static_cast<int>(fetched_.size()) < most;
  if (!fetched_.empty()) last_ = fetched_.back();
}

CandidateQuery Candidates::Query(int most) const {
  CandidateQuery query;
  query.sql = "SELECT r.id";
  if (part_ == Part::kFilled && !order_.by.key.empty()) query.sql += fmt::format(", CAST({} AS CHAR)", Column());
  AddSource(query);
  AddPart(query);
  if (last_) AddPlace(query);
  query.sql += OrderClause();
  query.values.emplace_back(most);
  return query;
}

void Candidates::AddSource(CandidateQuery& query) const {
  if (narrowing_) {
    query.sql += fmt::format(
        " FROM (SELECT DISTINCT id FROM ({} LIMIT ?) found) c STRAIGHT_JOIN {} r FORCE INDEX (PRIMARY) "
        "ON r.account_id = ? AND r.id = c.id WHERE 1 = 1",
        narrowing_->sql, table_.name);
    query.values = narrowing_->values;
    query.values.emplace_back(kMostNarrowed);
    query.values.emplace_back(account_id_);
    return;
  }
  query.sql +=
      fmt::format(" FROM {} r FORCE INDEX ({}) WHERE r.account_id = ?{}", table_.name, pins_.index, pins_.conditions);
  query.values.emplace_back(account_id_);
  query.values.insert(query.values.end(), pins_.values.begin(), pins_.values.end());
}

void Candidates::AddPart(CandidateQuery& query) const {
  const bool is_filled = part_ == Part::kFilled;
  switch (order_.by.blank) {
    case FilterOrder::Blank::kNever:
      return;
    case FilterOrder::Blank::kNull:
      query.sql += " AND " + Column() + (is_filled ? " IS NOT NULL" : " IS NULL");
      return;
    case FilterOrder::Blank::kEmptyText:
      query.sql += " AND " + Column() + (is_filled ? " <> ''" : " = ''");
      return;
  }
}

void Candidates::AddPlace(CandidateQuery& query) const {
  const char* beyond = order_.is_descending ? "<" : ">";
  if (part_ == Part::kBlank || order_.by.key.empty()) {
    query.sql += fmt::format(" AND r.id {} ?", beyond);
    query.values.emplace_back(last_->id);
    return;
  }
  query.sql += fmt::format(" AND ({0} {1} ? OR ({0} = ? AND r.id {1} ?))", Column(), beyond);
  const Value value = IsTextColumn(table_, order_.by.key) ? Value(last_->value) : Value(NumberIn(last_->value));
  query.values.insert(query.values.end(), {value, value, Value(last_->id)});
}

std::string Candidates::OrderClause() const {
  const char* direction = order_.is_descending ? " DESC" : "";
  // Those that are blank are all alike; named in the order, their column would be sorted by.
  const bool are_blank = part_ == Part::kBlank && order_.by.blank != FilterOrder::Blank::kNever;
  const bool is_by_id = are_blank || order_.by.key.empty();
  if (is_by_id) return fmt::format(" ORDER BY r.id{} LIMIT ?", direction);
  return fmt::format(" ORDER BY {}{}, r.id{} LIMIT ?", Column(), direction, direction);
}

std::string Candidates::Column() const { return "r." + ColumnOfKey(table_, order_.by.key); }

}  // namespace voronka::crm
