#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>

#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/fields/rights/field_veil.h"
#include "crm_service/log/changes/change_filter.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/people/users/stand_in.h"

namespace voronka::crm {

// What the reader of a stream of changes sees of them. By whose records that is, is read anew when a change tells of
// other rights or other users, and after 5 s.
class ChangeSight final : public ChangeFilter {
 public:
  ChangeSight(const rpc::Caller& caller, FieldVeil& veil) : caller_(caller), veil_(veil) {}

  void Filter(storage::Connection& db, Changes& changes) override;

 private:
  using Clock = std::chrono::steady_clock;
  using Change = std::shared_ptr<const v1::Change>;

  struct Known {
    Clock::time_point until;
    Sight deals;
    SeenClients contacts;
    SeenClients companies;
    StoodInFor stood_in_for;
  };
  // What the changes at hand are decided by.
  struct Facts;

  void Learn(storage::Connection& db, const Changes& changes);
  void KeepSeen(storage::Connection& db, Changes& changes) const;
  Change Told(storage::Connection& db, Change change, google::protobuf::Message& resource) const;
  bool Sees(const v1::Change& change, const google::protobuf::Message& resource, const Facts& facts) const;
  bool IsAskedInPlace(const google::protobuf::Message& resource) const;
  bool SawBefore(const v1::Change& change, const google::protobuf::Message& resource) const;

  const rpc::Caller caller_;
  FieldVeil& veil_;
  std::optional<Known> known_;
};

}  // namespace voronka::crm
