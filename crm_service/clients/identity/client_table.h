#pragma once

#include <google/protobuf/util/time_util.h>

#include <cstdint>
#include <optional>
#include <utility>

#include "crm_service/clients/identity/likeness.h"
#include "crm_service/clients/identity/likenesses.h"
#include "crm_service/fields/values/checked_fields.h"
#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/merge.pb.h"

namespace voronka::crm {

// Whose fields it has.
inline v1::Entity EntityOf(const v1::Contact&) { return v1::ENTITY_CONTACT; }
inline v1::Entity EntityOf(const v1::Company&) { return v1::ENTITY_COMPANY; }

inline v1::Entity EntityOf(v1::ClientKind kind) {
  return kind == v1::CLIENT_KIND_CONTACT ? v1::ENTITY_CONTACT : v1::ENTITY_COMPANY;
}

inline v1::ClientKind KindOf(const v1::Contact&) { return v1::CLIENT_KIND_CONTACT; }
inline v1::ClientKind KindOf(const v1::Company&) { return v1::CLIENT_KIND_COMPANY; }

// A table of clients, people or companies, whose phones and emails are rows of another one, `Points`: reads fill them
// in, and whoever writes a client writes its points.
template <class Client, class Points>
class ClientTable : protected ResourceTable<Client> {
 public:
  explicit ClientTable(rpc::Session& session) : ResourceTable<Client>(session), points_(session) {}

  using ResourceTable<Client>::Has;
  using ResourceTable<Client>::Require;

  std::optional<Client> Find(int64_t id) { return WithPoints(ResourceTable<Client>::Find(id)); }
  // For a write that relies on the client: it cannot change until the session commits.
  std::optional<Client> FindForWrite(int64_t id) {
    return WithPoints(
        session_.db.template SelectOne<Client>(this->Sql().find + " LOCK IN SHARE MODE", account_id_, id));
  }
  // Locks the row. Nothing if there is none, as of one that was merged into another meanwhile.
  std::optional<Client> FindLocked(int64_t id) {
    return WithPoints(session_.db.template SelectOne<Client>(this->Sql().lock, account_id_, id));
  }
  // Throw NOT_FOUND.
  Client Get(int64_t id) { return *WithPoints(ResourceTable<Client>::Get(id)); }
  Client Lock(int64_t id) { return *WithPoints(ResourceTable<Client>::Lock(id)); }

  int64_t NewId() { return session_.NextId(this->Sql().name, storage::Numbering::kInternal); }
  // The client's id must come from NewId.
  Client Add(Client client) {
    client.set_etag(1);
    *client.mutable_create_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session_.Now());
    *client.mutable_update_time() = client.create_time();
    this->InsertRow(client);
    KeepIndex(session_, EntityOf(client), client.id(), {}, client.fields());
    // Nothing is stored of it yet.
    if (!LikenessesOf(client).empty()) KeepLikenesses(client);
    RecordChange(session_, account_id_, nullptr, client);
    return client;
  }
  // `before` must be locked.
  Client Save(const Client& before, Client after) {
    *after.mutable_update_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session_.Now());
    KeepIndex(session_, EntityOf(after), after.id(), before.fields(), after.fields());
    KeepLikenesses(after);
    return ResourceTable<Client>::Save(before, std::move(after));
  }
  // A client that is merged into another. `last` must be locked; its points are released apart.
  void TakeAway(const Client& last) {
    KeepIndex(session_, EntityOf(last), last.id(), last.fields(), {});
    Likenesses(session_.db, account_id_).Forget(KindOf(last), last.id());
    ResourceTable<Client>::Remove(last);
  }
  // One that was taken away, as it was. Its points are claimed before.
  Client PutBack(Client client) {
    client.set_etag(client.etag() + 1);
    *client.mutable_update_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session_.Now());
    this->InsertRow(client);
    KeepIndex(session_, EntityOf(client), client.id(), {}, client.fields());
    KeepLikenesses(client);
    RecordChange(session_, account_id_, nullptr, client);
    return client;
  }

 protected:
  using ResourceTable<Client>::account_id_;
  using ResourceTable<Client>::session_;

  std::optional<Client> WithPoints(std::optional<Client> client) {
    if (client) points_.ReadInto({&*client, 1});
    return client;
  }

  void KeepLikenesses(const Client& client) {
    Likenesses(session_.db, account_id_).Keep(KindOf(client), client.id(), LikenessesOf(client));
  }

  Points points_;
};

}  // namespace voronka::crm
