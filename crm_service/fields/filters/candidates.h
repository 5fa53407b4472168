#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crm_service/fields/filters/filter_orders.h"
#include "crm_service/fields/filters/filter_table.h"
#include "crm_service/fields/filters/narrowing.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Where a record stands in an order: those with a value come before those without.
struct FilterPosition {
  enum Part { kBeginning = 0, kFilled = 1, kBlank = 2 };

  Part part = kBeginning;
  int64_t id = 0;
  // What it is ordered by, as text; bytes are written in hexadecimal.
  std::string value;
  // It has a value after all, and stands before those without one. Only its id says how far those have been read.
  bool is_elsewhere = false;
};

// The statement that reads the next positions of a part.
struct CandidateQuery {
  std::string sql;
  std::vector<storage::Value> values;
};

// What may suit a filter, in order. Never more is read than a narrowing's candidates, or a portion of an index.
class Candidates {
 public:
  // Without a narrowing, an index is walked, which `pins` names. `after`: where to go on.
  Candidates(int64_t account_id, const FilterTable& table, AskedOrder order, std::optional<Narrowing> narrowing,
             Pins pins, FilterPosition after);

  bool are_narrowed() const { return narrowing_.has_value(); }

  // The next ones, at most so many. Empty: there are no more.
  std::vector<FilterPosition> Next(rpc::Session& session, int most);

  CandidateQuery Query(int most) const;

 private:
  void Fetch(rpc::Session& session);
  bool IsOver() const;
  void GoToNextPart();
  bool IsOfValues() const { return part_ == FilterPosition::kFilled && !order_.is_by_id(); }
  // Records without an own value are walked among all others: there is no index of what is not in one.
  bool IsAmongOthers() const { return part_ == FilterPosition::kBlank && order_.own && !are_narrowed(); }
  // The index of own values is walked itself.
  bool IsWalkOfOwnValues() const { return IsOfValues() && order_.own && !are_narrowed(); }
  void AddSource(CandidateQuery& query) const;
  void AddNarrowedRecords(CandidateQuery& query) const;
  void AddWalkOfOwnValues(CandidateQuery& query) const;
  void AddOwnValues(CandidateQuery& query) const;
  void AddPart(CandidateQuery& query) const;
  void AddPlace(CandidateQuery& query) const;
  std::string OrderClause() const;
  std::string Id() const;
  std::string Column() const;
  // As the text of a position.
  std::string ColumnAsText() const;
  storage::Value ValueOf(const FilterPosition& position) const;

  const int64_t account_id_;
  const FilterTable& table_;
  const AskedOrder order_;
  const std::optional<Narrowing> narrowing_;
  const Pins pins_;
  FilterPosition::Part part_;
  // The last one fetched of the part, unless nothing has been.
  std::optional<FilterPosition> last_;
  bool part_is_read_ = false;
  std::vector<FilterPosition> fetched_;
  size_t given_ = 0;
};

}  // namespace voronka::crm
