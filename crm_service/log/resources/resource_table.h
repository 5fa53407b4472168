#pragma once

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "crm_service/log/events/record.h"
#include "foundation/rpc/calls/table.h"

namespace voronka::crm {

// A table of resources that have an id, a creation time and an etag. Records every change in the event log, in the same
// transaction.
template <class Resource>
class ResourceTable : public rpc::Table<Resource> {
 public:
  using rpc::Table<Resource>::Table;

  Resource Add(Resource resource) {
    const int64_t id = session_.NextId(this->Sql().name);
    return AddAs(id, std::move(resource));
  }

  Resource AddAs(int64_t id, Resource resource) {
    resource.set_id(id);
    *resource.mutable_create_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session_.Now());
    resource.set_etag(1);
    this->InsertRow(resource);
    RecordChange(session_, account_id_, nullptr, resource);
    return resource;
  }

  // `before` must be locked.
  Resource Save(const Resource& before, Resource after) {
    after.set_etag(before.etag() + 1);
    this->UpdateRow(after);
    RecordChange(session_, account_id_, &before, after);
    return after;
  }

  // `last` must be locked.
  void Remove(const Resource& last) {
    session_.db.Execute(this->Sql().remove, account_id_, last.id());
    RecordDeletion(session_, account_id_, last);
  }

 protected:
  using rpc::Table<Resource>::account_id_;
  using rpc::Table<Resource>::session_;
};

}  // namespace voronka::crm
