#pragma once

#include <vector>

#include "crm_service/clients/companies/company_keys.h"
#include "crm_service/clients/identity/likeness_renewal.h"
#include "crm_service/fields/index/index_fills.h"
#include "crm_service/fields/index/index_renewal.h"
#include "crm_service/fields/rights/field_veil.h"
#include "crm_service/log/changes/recent_changes.h"
#include "crm_service/log/events/recent_events.h"
#include "crm_service/people/people.h"
#include "crm_service/people/users/role_check.h"
#include "crm_service/search/following/search_follower.h"
#include "crm_service/work/files/file_collection.h"
#include "crm_service/work/files/file_keeping.h"
#include "foundation/events/log.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/server/service.h"
#include "foundation/rpc/server/service_host.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::crm {

// The parts of the service, in the order in which they depend on each other.
class Crm {
 public:
  explicit Crm(const config::v1::Crm& configuration);

  // Blocks until a signal.
  void Serve(process::StopSignal& stop_signal);

  // For tests, which serve on their own port and move the clock.
  rpc::ServiceHost& host() { return host_; }
  events::Tail& tail() { return tail_; }
  SearchFollower& search_follower() { return search_follower_; }
  std::vector<grpc::Service*> services() const { return rpc::PointersTo(services_); }

 private:
  void AddServices(rpc::Services services);
  void AddPeriodicWork();

  const process::SystemClock clock_;
  CompanyKeys company_keys_;
  LikenessRenewal likeness_renewal_;
  events::Log log_;
  rpc::ServiceHost host_;
  IndexFills index_fills_;
  IndexRenewal index_renewal_;
  RoleCheck role_check_;
  FieldVeil field_veil_;
  events::Tail tail_;
  RecentEvents recent_events_;
  RecentChanges recent_changes_;
  SearchFollower search_follower_;
  People people_;
  FileKeeping files_;
  FileCollection file_collection_;
  rpc::Services services_;
};

}  // namespace voronka::crm
