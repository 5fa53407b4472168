#include "crm_service/clients/sight/seen_list.h"

#include <fmt/format.h>

#include <limits>
#include <utility>

#include "crm_service/fields/filters/narrowing.h"

namespace voronka::crm {
namespace {

using storage::Value;

// Each is a part of one statement.
constexpr size_t kMostMerged = 60;
// How many of nobody's clients are looked at, step by step, until a page is full. kMostFreeRead in all.
constexpr int kFreeAtOnce[] = {500, 5'000, 20'000};
static_assert(kFreeAtOnce[0] + kFreeAtOnce[1] + kFreeAtOnce[2] == kMostFreeRead);

const char* DirectionOf(const ListPlace& place) { return place.newest_first ? " DESC" : ""; }

struct ListedId {
  int64_t id;
  // False: a deal or a contact still names whoever was merged into another.
  bool is_there;
};

// Ids after a place and up to an end, merged from lists that an index has in order: of none are more read than are
// asked for.
class MergedIds {
 public:
  // `end`: included.
  MergedIds(const SeenClients& seen, const ListPlace& place, int64_t end) : seen_(seen), place_(place), end_(end) {}

  // `list`: a statement up to the condition on `id`, a column of it, with the parameters account and `values`.
  void Add(const std::string& list, const std::string& id, std::vector<Value> values) {
    lists_.push_back(fmt::format("({0} AND {1} {2} ? AND {1} {3} ? ORDER BY {1}{4} LIMIT ?)", list, id,
                                 place_.newest_first ? "<" : ">",
                                 place_.newest_first ? ">=" : "<=", DirectionOf(place_)));
    values_.emplace_back(seen_.account_id());
    values_.insert(values_.end(), values.begin(), values.end());
    values_.insert(values_.end(), {Value(place_.after), Value(end_), Value(place_.limit)});
  }

  // Fewer than are asked for: there are no more.
  std::vector<ListedId> Read(storage::Connection& db) {
    values_.insert(values_.end(), {Value(seen_.account_id()), Value(place_.limit)});
    std::vector<ListedId> ids;
    for (const auto& row :
         db.QueryWith(fmt::format("SELECT listed.id, c.id IS NOT NULL FROM ({}) listed LEFT JOIN {} c "
                                  "FORCE INDEX (PRIMARY) ON c.account_id = ? AND c.id = listed.id "
                                  "ORDER BY listed.id{} LIMIT ?",
                                  fmt::join(lists_, " UNION "), seen_.table(), DirectionOf(place_)),
                      values_)) {
      ids.push_back({row.Int(0), row.Bool(1)});
    }
    return ids;
  }

 private:
  const SeenClients& seen_;
  const ListPlace place_;
  const int64_t end_;
  std::vector<std::string> lists_;
  std::vector<Value> values_;
};

void AddRange(const SeenRange& range, MergedIds& merged) {
  const std::string id = range.client_id;
  for (const int64_t owner : *range.owners) {
    merged.Add(fmt::format("SELECT {} FROM {} FORCE INDEX ({}) WHERE account_id = ? AND responsible_user_id = ?",
                           id == "id" ? id : "DISTINCT " + id + " AS id", range.table, range.index),
               id, {owner});
  }
}

void AddFree(const SeenClients& seen, MergedIds& merged) {
  std::string list =
      fmt::format("SELECT id FROM {0} FORCE INDEX ({0}_by_responsible) WHERE account_id = ? AND ", seen.table());
  seen.AddFreeTo(list);
  merged.Add(list, "id", {});
}

// Contacts that take part in the deals of these besides the main one.
void AddParticipants(const Owners& owners, MergedIds& merged) {
  std::string list =
      "SELECT DISTINCT x.contact_id AS id FROM deals d FORCE INDEX (deals_by_responsible) "
      "STRAIGHT_JOIN deal_contacts x FORCE INDEX (deal_contacts_of_deal) "
      "ON x.account_id = d.account_id AND x.deal_id = d.id WHERE d.account_id = ?";
  std::vector<Value> values;
  AddOwners(owners, "d.responsible_user_id", list, values);
  merged.Add(list, "x.contact_id", std::move(values));
}

bool HaveFewDeals(storage::Connection& db, const SeenClients& seen) {
  std::string sql = "SELECT id FROM deals FORCE INDEX (deals_by_responsible) WHERE account_id = ?";
  std::vector<Value> values{seen.account_id()};
  AddOwners(seen.deal_owners(), "responsible_user_id", sql, values);
  values.emplace_back(kMostCandidates + 1);
  const auto rows = db.QueryWith("SELECT COUNT(*) FROM (" + sql + " LIMIT ?) found", values);
  return rows.front().Int(0) <= kMostCandidates;
}

bool CanBeMerged(storage::Connection& db, const SeenClients& seen) {
  if (seen.see_all()) return false;
  size_t lists = 0;
  for (const auto& range : seen.Ranges()) {
    if (!range.owners) return false;
    lists += range.owners->size();
  }
  return lists <= kMostMerged && (seen.kind() != v1::ENTITY_CONTACT || HaveFewDeals(db, seen));
}

// The id of nobody's client number `count` after a place. Nothing: there are fewer.
std::optional<int64_t> EndOfFree(storage::Connection& db, const SeenClients& seen, const ListPlace& place, int count) {
  const auto rows = db.Query(
      fmt::format(
          "SELECT id FROM {0} FORCE INDEX ({0}_by_responsible) WHERE account_id = ? AND responsible_user_id = 0 "
          "AND id {1} ? ORDER BY id{2} LIMIT 1 OFFSET {3}",
          seen.table(), place.newest_first ? "<" : ">", DirectionOf(place), count - 1),
      seen.account_id(), place.after);
  if (rows.empty()) return std::nullopt;
  return rows.front().Int(0);
}

std::vector<ListedId> ReadUpTo(storage::Connection& db, const SeenClients& seen, const ListPlace& place,
                               std::optional<int64_t> end) {
  MergedIds merged(seen, place, end.value_or(place.newest_first ? 1 : std::numeric_limits<int64_t>::max()));
  for (const auto& range : seen.Ranges()) AddRange(range, merged);
  AddFree(seen, merged);
  if (seen.kind() == v1::ENTITY_CONTACT) AddParticipants(seen.deal_owners(), merged);
  return merged.Read(db);
}

}  // namespace

std::optional<SeenPage> ListSeen(storage::Connection& db, const SeenClients& seen, const ListPlace& place) {
  if (!CanBeMerged(db, seen)) return std::nullopt;
  SeenPage page;
  auto rest = place;
  for (const int count : kFreeAtOnce) {
    const auto end = EndOfFree(db, seen, rest, count);
    const auto listed = ReadUpTo(db, seen, rest, end);
    for (const auto& [id, is_there] : listed) {
      if (is_there) page.ids.push_back(id);
    }
    const bool is_full = static_cast<int>(listed.size()) == rest.limit;
    page.next = is_full ? std::optional(listed.back().id) : end;
    if (is_full || !end) return page;
    rest.after = *end;
    rest.limit -= static_cast<int>(listed.size());
  }
  return page;
}

}  // namespace voronka::crm
