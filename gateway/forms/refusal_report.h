#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "client/service_clients.h"
#include "foundation/process/log.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::gateway {

// Reports to the service which forms were refused, and why, so that the form's admin can see it, whichever replica of
// this program refused them and however often it has been restarted since. One call a second, on a thread of its own: a
// flood that is refused costs the service nothing more. What has not been told is told when this is destroyed.
class RefusalReport {
 public:
  RefusalReport(client::ServiceClients& services, process::Log& log);

  // Safe to use from every thread.
  void Add(const std::string& key, const std::string& reason);

 private:
  void Loop(const std::stop_token& stop);
  // What cannot be told now is told with the same request_id later, so that it is counted once.
  void Send();
  void TakeCounts();

  client::ServiceClients& services_;
  process::Log& log_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  // By the form's key and the reason.
  std::map<std::pair<std::string, std::string>, int64_t> counts_;
  // Of the thread alone. Without an entry: everything has been told.
  crm::v1::ReportFormRefusalsRequest request_;
  std::jthread thread_;
};

}  // namespace voronka::gateway
