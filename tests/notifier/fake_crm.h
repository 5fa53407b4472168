#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/partition.h"
#include "tests/client/test_server.h"
#include "voronka/crm/v1/account.grpc.pb.h"
#include "voronka/crm/v1/approval.grpc.pb.h"
#include "voronka/crm/v1/event.grpc.pb.h"
#include "voronka/crm/v1/task.grpc.pb.h"
#include "voronka/crm/v1/team.grpc.pb.h"
#include "voronka/crm/v1/user.grpc.pb.h"

namespace voronka::notifier {

// A crm_service with the data that a test puts into it: the log of one account, and one of each resource to list.
class FakeCrm {
 public:
  FakeCrm() = default;

  client::Endpoints endpoints() const { return server_.endpoints(); }

  void Append(crm::v1::Event event) {
    const std::lock_guard lock(mutex_);
    event.set_partition(rpc::PartitionOf(event.account_id()));
    event.set_offset(static_cast<int64_t>(log_.size()) + 1);
    log_.push_back(std::move(event));
    changed_.notify_all();
  }
  // Whoever watches from an offset before `head` is told to resync and to continue there.
  void ResyncTo(int64_t head) { resync_head_ = head; }

  void SetAccount(const crm::v1::Account& account) { *accounts_.response.add_accounts() = account; }
  void SetUser(const crm::v1::User& user) { *users_.response.add_users() = user; }
  void SetTeam(const crm::v1::Team& team) { *teams_.response.add_teams() = team; }
  // The users of account 1 cannot be listed.
  void SetBroken(bool broken) { users_.broken = broken; }
  void SetTask(const crm::v1::Task& task) { *tasks_.response.add_tasks() = task; }
  void SetApproval(const crm::v1::Approval& approval) { *approvals_.response.add_approvals() = approval; }

 private:
  using Writer = grpc::ServerWriter<crm::v1::WatchResponse>;

  struct Accounts final : crm::v1::AccountService::Service {
    grpc::Status ListAccounts(grpc::ServerContext*, const crm::v1::ListAccountsRequest*,
                              crm::v1::ListAccountsResponse* out) override {
      *out = response;
      return grpc::Status::OK;
    }
    grpc::Status GetAccount(grpc::ServerContext* context, const crm::v1::GetAccountRequest*,
                            crm::v1::Account* out) override {
      const auto id = context->client_metadata().find("voronka-account")->second;
      out->set_id(std::stoll(std::string(id.data(), id.size())));
      return grpc::Status::OK;
    }
    crm::v1::ListAccountsResponse response;
  };
  struct Teams final : crm::v1::TeamService::Service {
    grpc::Status ListTeams(grpc::ServerContext*, const crm::v1::ListTeamsRequest*,
                           crm::v1::ListTeamsResponse* out) override {
      *out = response;
      return grpc::Status::OK;
    }
    crm::v1::ListTeamsResponse response;
  };
  struct Users final : crm::v1::UserService::Service {
    grpc::Status ListUsers(grpc::ServerContext* context, const crm::v1::ListUsersRequest*,
                           crm::v1::ListUsersResponse* out) override {
      const auto account = context->client_metadata().find("voronka-account");
      if (broken && account->second == "1") return {grpc::StatusCode::INTERNAL, "broken"};
      *out = response;
      return grpc::Status::OK;
    }
    crm::v1::ListUsersResponse response;
    std::atomic<bool> broken = false;
  };
  struct Tasks final : crm::v1::TaskService::Service {
    grpc::Status ListTasks(grpc::ServerContext*, const crm::v1::ListTasksRequest*,
                           crm::v1::ListTasksResponse* out) override {
      *out = response;
      return grpc::Status::OK;
    }
    crm::v1::ListTasksResponse response;
  };
  struct Approvals final : crm::v1::ApprovalService::Service {
    grpc::Status ListApprovals(grpc::ServerContext*, const crm::v1::ListApprovalsRequest*,
                               crm::v1::ListApprovalsResponse* out) override {
      *out = response;
      return grpc::Status::OK;
    }
    crm::v1::ListApprovalsResponse response;
  };
  struct Events final : crm::v1::EventService::Service {
    explicit Events(FakeCrm& fake) : crm(fake) {}
    grpc::Status Watch(grpc::ServerContext* context, const crm::v1::WatchRequest* request, Writer* writer) override {
      return crm.Watch(*context, *request, *writer);
    }
    FakeCrm& crm;
  };

  static int64_t OffsetIn(const crm::v1::WatchRequest& request, int partition) {
    for (const auto& cursor : request.cursors()) {
      if (cursor.partition() == partition) return cursor.offset();
    }
    return 0;
  }

  grpc::Status Watch(grpc::ServerContext& context, const crm::v1::WatchRequest& request, Writer& writer) {
    int64_t offset = OffsetIn(request, kPartition);
    if (offset < resync_head_) {
      writer.Write(Resync());
      return grpc::Status::OK;
    }
    std::unique_lock lock(mutex_);
    while (!context.IsCancelled()) {
      changed_.wait_for(lock, std::chrono::milliseconds(20));
      if (offset >= static_cast<int64_t>(log_.size())) continue;
      const auto batch = BatchAfter(offset);
      offset += batch.events().events_size();
      writer.Write(batch);
    }
    return grpc::Status::OK;
  }

  crm::v1::WatchResponse Resync() const {
    crm::v1::WatchResponse response;
    response.mutable_resync()->set_history("a2");
    auto& cursor = *response.mutable_resync()->add_cursors();
    cursor.set_partition(kPartition);
    cursor.set_offset(resync_head_);
    return response;
  }

  crm::v1::WatchResponse BatchAfter(int64_t offset) const {
    constexpr int64_t kAtMost = 7;
    crm::v1::WatchResponse response;
    const auto end = std::min<int64_t>(offset + kAtMost, static_cast<int64_t>(log_.size()));
    for (; offset < end; ++offset) *response.mutable_events()->add_events() = log_[offset];
    return response;
  }

  static constexpr int kPartition = rpc::PartitionOf(1);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<crm::v1::Event> log_;
  int64_t resync_head_ = 0;
  Accounts accounts_;
  Teams teams_;
  Users users_;
  Tasks tasks_;
  Approvals approvals_;
  Events events_{*this};
  client::TestServer server_{&accounts_, &teams_, &users_, &tasks_, &approvals_, &events_};
};

}  // namespace voronka::notifier
