#pragma once

#include <google/protobuf/descriptor.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::rpc {

// The statements that every resource table needs.
struct TableStatements {
  // `resource` must have the option voronka.options.v1.resource.
  explicit TableStatements(const google::protobuf::Descriptor& resource);

  std::string table;
  std::string name;
  std::string exists;
  std::string find;
  std::string lock;
  std::string page;
  std::string remove;
};

// Rows of an account, looked up by id.
template <class Resource>
class Table {
 public:
  explicit Table(Session& session) : Table(session, session.account_id()) {}
  // Rows of an account other than the session's: someone who is logging in has none yet.
  Table(Session& session, int64_t account_id) : session_(session), account_id_(account_id) {}

  bool Has(int64_t id) { return !session_.db.Query(Sql().exists, account_id_, id).empty(); }

  std::optional<Resource> Find(int64_t id) { return session_.db.SelectOne<Resource>(Sql().find, account_id_, id); }

  // Throws NOT_FOUND.
  Resource Get(int64_t id) { return Existing(Find(id), id); }

  // The same, and locks the row: nobody else changes it until the transaction ends.
  Resource Lock(int64_t id) { return Existing(session_.db.SelectOne<Resource>(Sql().lock, account_id_, id), id); }

  // Ordered by id. `items` is the response's list of resources.
  template <class Request, class Items>
  void List(const Request& request, Items* items, std::string* next_page_token) {
    const Page page(request, {0});
    page.Fill(session_.db.Select<Resource>(Sql().page, account_id_, page.key(), page.limit()), items, next_page_token,
              [](const Resource& resource) { return std::vector<int64_t>{resource.id()}; });
  }

  // Adds UNKNOWN_… with this text if no such row exists. An id of 0 names nothing and is accepted.
  void Require(int64_t id, const std::string& reason, const std::string& field, Text text, Violations& violations) {
    if (id != 0) violations.AddUnless(Has(id), reason, field, std::move(text));
  }

 protected:
  void InsertRow(const Resource& row) { session_.db.Insert(Sql().table, {{"account_id", account_id_}}, row); }

  void UpdateRow(const Resource& row) {
    session_.db.Update(Sql().table, row, "WHERE account_id = ? AND id = ?", account_id_, row.id());
  }

  static const TableStatements& Sql() {
    static const TableStatements statements(*Resource::descriptor());
    return statements;
  }

  static Resource Existing(std::optional<Resource> found, int64_t id) {
    if (!found) throw NotFound(Sql().name, id);
    return *std::move(found);
  }

  Session& session_;
  const int64_t account_id_;
};

}  // namespace voronka::rpc
