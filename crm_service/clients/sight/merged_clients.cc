#include "crm_service/clients/sight/merged_clients.h"

#include <string>
#include <utility>

#include "crm_service/clients/sight/seen_clients.h"

namespace voronka::crm {
namespace {

// Longer than any chain of merges that people make.
constexpr int kMostMergesInARow = 100;

// 0: it stands for itself.
int64_t NextSurvivor(rpc::Session& session, v1::ClientKind kind, int64_t client_id) {
  const auto rows = session.db.Query(
      "SELECT survivor_id FROM merges WHERE account_id = ? AND kind = ? AND merged_id = ? AND undo_time IS NULL "
      "ORDER BY id DESC LIMIT 1",
      session.account_id(), kind, client_id);
  return rows.empty() ? 0 : rows.front().Int(0);
}

}  // namespace

int64_t SurvivorOf(rpc::Session& session, v1::ClientKind kind, int64_t client_id) {
  int64_t survivor = 0;
  for (int i = 0; i < kMostMergesInARow; ++i) {
    const int64_t next = NextSurvivor(session, kind, survivor == 0 ? client_id : survivor);
    if (next == 0) break;
    survivor = next;
  }
  return survivor;
}

rpc::Error ClientAbsent(rpc::Session& session, v1::ClientKind kind, int64_t client_id) {
  const bool is_contact = kind == v1::CLIENT_KIND_CONTACT;
  const std::string name = is_contact ? "contact" : "company";
  const auto absent = rpc::NotFound(name, client_id);
  const int64_t survivor = SurvivorOf(session, kind, client_id);
  if (survivor == 0) return absent;
  if (!(is_contact ? SeesContact(session, survivor) : SeesCompany(session, survivor))) return absent;
  auto metadata = absent.metadata();
  metadata.emplace("merged_into_" + name + "_id", std::to_string(survivor));
  return rpc::Error(absent.code(), absent.violations(), std::move(metadata));
}

}  // namespace voronka::crm
