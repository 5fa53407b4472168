#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/client.h"
#include "client/user_session.h"
#include "demo/people/demo_account.h"
#include "demo/story/arrivals.h"
#include "demo/story/live_stream.h"
#include "demo/story/patience.h"
#include "foundation/process/clock.h"

namespace voronka::demo {

// The people of the usual demo account, logged in. The managers and the head of sales follow their live streams.
class Cast {
 public:
  // Throws client::CallFailed.
  Cast(const client::Channels& channels, const process::Clock& clock, const std::string& locale);

  // Returns once every stream has been answered. Throws std::runtime_error if one is not.
  void AwaitStreams(const Patience& patience) const;

  // Plays the company's site, which submits the inquiries.
  client::Client& site() { return site_; }
  client::Client& head_of_sales() { return As(head_id_); }
  int64_t head_id() const { return head_id_; }
  // In the order of the demo's queue.
  const std::vector<int64_t>& manager_ids() const { return manager_ids_; }

  // The managers and the head of sales.
  std::vector<int64_t> UserIds() const;

  // The client of a manager or the head of sales.
  client::Client& As(int64_t user_id) { return players_.at(user_id).client; }
  // The name that colleagues see. Empty for a user outside the account.
  std::string Name(int64_t user_id) const;

  // Everything that has arrived on the live streams.
  const Arrivals& arrivals() const { return arrivals_; }
  // How many times a stream broke and was resumed.
  int StreamResumptions() const;
  // Whose streams cannot continue, and why.
  std::vector<std::string> StreamFailures() const;

 private:
  struct Player {
    Player(const client::Channels& channels, std::unique_ptr<client::UserSession> session, const std::string& locale,
           Arrivals& arrivals);

    const int64_t user_id;
    client::Client client;
    std::optional<LiveStream> stream;
  };

  // Logs a person in and returns their user id.
  int64_t Enter(const client::Channels& channels, const process::Clock& clock, const DemoPerson& person,
                const std::string& locale);

  const DemoAccount account_{kUsualSolution};
  client::Client site_;
  // Names of everybody in the account, by user id.
  std::map<int64_t, std::string> names_;
  Arrivals arrivals_;
  std::map<int64_t, Player> players_;
  std::vector<int64_t> manager_ids_;
  int64_t head_id_ = 0;
};

}  // namespace voronka::demo
