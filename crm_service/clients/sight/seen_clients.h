#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "crm_service/people/access/sight.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Clients whom a caller sees by who is responsible for something. An index of the table has them, user by user, in
// order of their id.
struct SeenRange {
  const char* table;
  // After the account: responsible_user_id and `client_id`, the column of the client's id.
  const char* index;
  const char* client_id;
  Owners owners;
};

// Which contacts, or which companies, a caller sees: their own, those of deals that they see, and those that are
// nobody's and in no deal (RoleAccess).
class SeenClients {
 public:
  // `kind`: ENTITY_CONTACT or ENTITY_COMPANY.
  SeenClients(storage::Connection& db, const rpc::Caller& caller, v1::Entity kind);
  SeenClients(rpc::Session& session, v1::Entity kind) : SeenClients(session.db, session.caller, kind) {}

  bool see_all() const { return sight_.is_whole(); }
  int64_t account_id() const { return account_id_; }
  v1::Entity kind() const { return kind_; }
  // `contacts` or `companies`.
  const char* table() const;
  // Whose deals the caller sees, if they do not see all clients.
  const Owners& deal_owners() const { return deals_.owners(); }
  // Of whoever does not see all: all that they see but for those that are nobody's, and but for contacts that only take
  // part in a deal besides its main one.
  std::vector<SeenRange> Ranges() const;

  // Adds the condition to a statement about their table.
  void AddTo(std::string& sql, std::vector<storage::Value>& values) const;
  // The same for those that are nobody's and in no deal: `responsible_user_id = 0 AND …`.
  void AddFreeTo(std::string& sql) const;
  // Those among the ids that are not seen. To whoever does not see all, one that is gone is not seen either.
  std::set<int64_t> UnseenAmong(storage::Connection& db, const std::vector<int64_t>& ids) const;

 private:
  const int64_t account_id_;
  const v1::Entity kind_;
  const Sight sight_;
  Sight deals_;
  // Of companies.
  Sight contacts_;
};

// Whether the caller sees it, if it exists.
bool SeesContact(rpc::Session& session, int64_t contact_id);
bool SeesCompany(rpc::Session& session, int64_t company_id);

// ALREADY_EXISTS: what was typed belongs to a client whom the caller does not see. Says no more than who works with
// them: `responsible_user_id`, or else whoever has their newest deal. `field`: where the client was typed.
rpc::Error ContactOfAnother(rpc::Session& session, const char* field, int64_t contact_id, int64_t responsible_user_id);
rpc::Error CompanyOfAnother(rpc::Session& session, const char* field, int64_t company_id, int64_t responsible_user_id);

}  // namespace voronka::crm
