#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crm_service/fields/filters/constraints.h"
#include "crm_service/fields/filters/filter_fields.h"
#include "crm_service/fields/filters/filter_table.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/storage/rows/value.h"

namespace voronka::crm {

// More candidates than these are not read from an index.
inline constexpr int kMostCandidates = 10'000;

// A statement for the column `id` of candidates, all that suit among them, some of them perhaps repeated. It has
// neither order nor limit, and reads nothing but an index's range.
struct Narrowing {
  std::string sql;
  std::vector<storage::Value> values;
};

// By the indexes of a table, and by those of the account's own fields of the same subject.
std::vector<Narrowing> NarrowingsOf(const FilterTable& table, const FilterFields& fields,
                                    const Constraints& constraints, int64_t account_id);

// At most one more than kMostCandidates.
int CountCandidates(rpc::Session& session, const Narrowing& narrowing);

// The one with the fewest candidates. Nothing: all have too many.
std::optional<Narrowing> Narrowest(rpc::Session& session, const std::vector<Narrowing>& narrowings);

// Where an index of a table begins with values that must be so, each one alone, as the rest of it is in order.
struct Pins {
  std::string index = "PRIMARY";
  // ` AND r.state = ?`…
  std::string conditions;
  std::vector<storage::Value> values;
};

// The longest such, for records ordered by a field; empty: by the id. Nothing: no index has them in order.
std::optional<Pins> PinsFor(const FilterTable& table, const Constraints& constraints, const std::string& order_key);

}  // namespace voronka::crm
