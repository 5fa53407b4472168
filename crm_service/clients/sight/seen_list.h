#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crm_service/clients/sight/seen_clients.h"
#include "foundation/storage/connection.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

// Of clients that are nobody's, most are usually in somebody's deal: more of them than these are not looked at for one
// page.
inline constexpr int kMostFreeRead = 25'500;

// Where a page of a list begins, in order of id.
struct ListPlace {
  // Not included.
  int64_t after = 0;
  int limit = 0;
  bool newest_first = false;
};

struct SeenPage {
  // At most `limit`, in order.
  std::vector<int64_t> ids;
  // Where to go on. Absent: the list is over.
  std::optional<int64_t> next;
};

// The clients whom a caller sees, read from the indexes that have them in order: however many the account has, a page
// reads about as many as it shows. Nothing: the caller sees all, or so many that walking the table is as good.
std::optional<SeenPage> ListSeen(storage::Connection& db, const SeenClients& seen, const ListPlace& place);

// The clients with these ids that there are, in order of id.
template <class Client>
std::vector<Client> ReadListed(storage::Connection& db, const SeenClients& seen, const std::vector<int64_t>& ids,
                               bool newest_first) {
  auto clients = storage::SelectByIds<Client>(
      db, std::string("SELECT {columns} FROM ") + seen.table() + " WHERE account_id = ? AND id IN ({ids})",
      {seen.account_id()}, ids);
  std::ranges::sort(clients, [&](const Client& one, const Client& other) {
    return newest_first ? one.id() > other.id() : one.id() < other.id();
  });
  return clients;
}

}  // namespace voronka::crm
