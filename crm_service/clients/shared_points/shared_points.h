#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/shared_point.pb.h"

namespace voronka::crm {

// The marks in the table `shared_points`. Who has a marked point is read and written by ContactPoints.
class SharedPoints {
 public:
  explicit SharedPoints(rpc::Session& session) : session_(session) {}

  std::optional<v1::SharedPoint> Find(const ContactPoint& point);
  // Those that a contact has, phones first.
  std::vector<v1::SharedPoint> Of(int64_t contact_id);
  // Those of the account, the latest first.
  std::vector<v1::SharedPoint> Latest(int limit);
  // Whoever has the point keeps it.
  void Mark(const ContactPoint& point);
  // `contact_id`: who has it. 0: nobody. False, and nothing is changed: another contact has it, too.
  bool Unmark(const ContactPoint& point, int64_t contact_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
