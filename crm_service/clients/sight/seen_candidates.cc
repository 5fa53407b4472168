#include "crm_service/clients/sight/seen_candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace voronka::crm {
namespace {

using storage::Value;

// Wider than what is seen: which of them are in a deal is not asked.
Narrowing NobodysIn(const SeenClients& seen) {
  return {fmt::format("SELECT id FROM {0} FORCE INDEX ({0}_by_responsible) WHERE account_id = ? "
                      "AND responsible_user_id = 0",
                      seen.table()),
          {seen.account_id()}};
}

Narrowing OfRange(const SeenRange& range, int64_t account_id) {
  Narrowing clients{fmt::format("SELECT {} AS id FROM {} FORCE INDEX ({}) WHERE account_id = ?", range.client_id,
                                range.table, range.index),
                    {account_id}};
  AddOwners(range.owners, "responsible_user_id", clients.sql, clients.values);
  return clients;
}

// Contacts that take part in the deals of these besides the main one.
Narrowing ParticipantsOf(const Owners& owners, int64_t account_id) {
  Narrowing contacts{
      "SELECT x.contact_id AS id FROM deals d FORCE INDEX (deals_by_responsible) "
      "STRAIGHT_JOIN deal_contacts x FORCE INDEX (deal_contacts_of_deal) "
      "ON x.account_id = d.account_id AND x.deal_id = d.id WHERE d.account_id = ?",
      {account_id}};
  AddOwners(owners, "d.responsible_user_id", contacts.sql, contacts.values);
  return contacts;
}

Narrowing AllOf(const std::vector<Narrowing>& parts) {
  Narrowing all;
  for (const auto& part : parts) {
    all.sql += (all.sql.empty() ? "" : " UNION ALL ") + part.sql;
    all.values.insert(all.values.end(), part.values.begin(), part.values.end());
  }
  // A limit that is added is for all of them.
  all.sql = "SELECT id FROM (" + all.sql + ") seen";
  return all;
}

}  // namespace

std::optional<Narrowing> SeenCandidates(rpc::Session& session, const SeenClients& seen) {
  if (seen.see_all()) return std::nullopt;
  std::vector<Narrowing> parts{NobodysIn(seen)};
  for (const auto& range : seen.Ranges()) {
    if (!range.owners) return std::nullopt;
    parts.push_back(OfRange(range, seen.account_id()));
  }
  const auto has_too_many = [&](const Narrowing& part) { return CountCandidates(session, part) > kMostCandidates; };
  if (std::ranges::any_of(parts, has_too_many)) return std::nullopt;
  // Few deals have few participants.
  if (seen.kind() == v1::ENTITY_CONTACT) parts.push_back(ParticipantsOf(seen.deal_owners(), seen.account_id()));
  return AllOf(parts);
}

}  // namespace voronka::crm
