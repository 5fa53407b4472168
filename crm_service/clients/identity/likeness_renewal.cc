#include "crm_service/clients/identity/likeness_renewal.h"

#include <cstddef>
#include <string>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/clients/identity/likenesses.h"

namespace voronka::crm {
namespace {

constexpr size_t kRenewedAtOnce = 200;

// Where clients are, and those of their points that may liken them.
struct Source {
  v1::ClientKind kind;
  const char* clients;
  // With the parameters account and client.
  const char* points;
};

Source SourceOf(const v1::Contact&) {
  return {v1::CLIENT_KIND_CONTACT, "contacts",
          "SELECT 1, value FROM typed_phones WHERE account_id = ? AND contact_id = ?"};
}

Source SourceOf(const v1::Company&) {
  return {v1::CLIENT_KIND_COMPANY, "companies",
          "SELECT kind, value FROM company_points WHERE account_id = ? AND company_id = ?"};
}

}  // namespace

template <class Client>
bool LikenessRenewal::Renew(storage::Connection& db, Place& last) {
  const auto source = SourceOf(Client());
  auto rows = db.SelectExtended<Client>("SELECT {columns}, account_id FROM " + std::string(source.clients) +
                                            " WHERE account_id > ? OR (account_id = ? AND id > ?) "
                                            "ORDER BY account_id, id LIMIT ?",
                                        last.account_id, last.account_id, last.id, kRenewedAtOnce);
  for (auto& row : rows) {
    last = {row.more.Int(0), row.message.id()};
    for (const auto& point : db.Query(source.points, last.account_id, last.id)) {
      AddPoint({static_cast<ContactPoint::Kind>(point.Int(0)), point.Text(1)}, row.message);
    }
    Likenesses(db, last.account_id).Renew(source.kind, last.id, LikenessesOf(row.message));
  }
  if (rows.size() == kRenewedAtOnce) return true;
  last = {};
  return false;
}

bool LikenessRenewal::RenewPortion(storage::Connection& db) {
  // Contacts first: a new round begins with both.
  if (company_.account_id == 0 && Renew<v1::Contact>(db, contact_)) return true;
  return Renew<v1::Company>(db, company_);
}

}  // namespace voronka::crm
