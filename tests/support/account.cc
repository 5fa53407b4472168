#include "tests/support/account.h"

#include <fmt/format.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/time_util.h>

#include <atomic>
#include <stdexcept>

#include "foundation/process/read_file.h"
#include "voronka/crm/v1/account.pb.h"
#include "voronka/crm/v1/configuration.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::testing {
namespace {

using google::protobuf::util::TimeUtil;

constexpr char kPipeline[] = "first_sales";

// A service that was just started may not know the new account yet.
constexpr client::CallOptions kPatientCall{.timeout = std::chrono::seconds(120), .repeat = true};

std::string NewDomain() {
  static std::atomic<int> number = 0;
  return fmt::format("account-{}.test", ++number);
}

crm::v1::Configuration Wholesale() {
  crm::v1::Configuration solution;
  if (!google::protobuf::TextFormat::ParseFromString(process::ReadFile(VORONKA_WHOLESALE), &solution)) {
    throw std::runtime_error("not a solution: " VORONKA_WHOLESALE);
  }
  return solution;
}

crm::v1::User NewUser(const std::string& login, const std::string& name, options::v1::Role role) {
  crm::v1::User user;
  user.set_login(login);
  user.set_display_name(name);
  user.set_role(role);
  return user;
}

}  // namespace

Account::Account(System& system, int managers, std::chrono::milliseconds take_within, Queue queue)
    : system_(system), domain_(NewDomain()) {
  Open();
  director_ = Hire("director", options::v1::ROLE_DIRECTOR);
  head_ = Hire("head", options::v1::ROLE_HEAD_OF_SALES);
  FormTeam();
  for (int i = 0; i < managers; ++i) {
    managers_.push_back(Hire(fmt::format("manager-{}", i), options::v1::ROLE_MANAGER));
  }
  intake_ = system_.Service("intake", id_);
  MakePipelines();
  if (queue == Queue::kWithQueue) MakeQueue(take_within);
}

std::string Account::LoginOf(const std::string& person) const { return person + "@" + domain_; }

std::unique_ptr<client::Client> Account::LogIn(const std::string& person, int replica) {
  return system_.User(LoginOf(person), kPassword, replica);
}

void Account::Open() {
  crm::v1::CreateAccountRequest request;
  request.mutable_account()->set_name(domain_);
  request.mutable_account()->set_time_zone("Europe/Moscow");
  request.mutable_account()->set_currency("RUB");
  request.mutable_account()->set_locale("ru");
  *request.mutable_admin() = NewUser(LoginOf("admin"), "admin", options::v1::ROLE_ADMIN);
  request.set_password(kPassword);
  const auto made = system_.Operator()->Call<crm::v1::CreateAccountResponse>(request, kPatientCall);
  id_ = made.account().id();
  admin_ = {made.admin().id(), LogIn("admin")};
}

Account::Person Account::Hire(const std::string& name, options::v1::Role role) {
  crm::v1::CreateUserRequest request;
  *request.mutable_user() = NewUser(LoginOf(name), name, role);
  request.mutable_user()->set_team_id(team_id_);
  request.set_password(kPassword);
  const int64_t user_id = admin().Call<crm::v1::User>(request).id();
  return {user_id, LogIn(name)};
}

void Account::FormTeam() {
  crm::v1::CreateTeamRequest request;
  request.mutable_team()->set_name("Отдел продаж");
  request.mutable_team()->set_head_user_id(head_.id);
  request.mutable_team()->set_deputy_user_id(director_.id);
  team_id_ = admin().Call<crm::v1::Team>(request).id();
}

// A pipeline may name a later one for repeat inquiries. Rules, and what is asked of a new deal, are left out, as they
// read fields of the solution, and tests make fields of their own.
void Account::MakePipelines() {
  crm::v1::Configuration wholesale = Wholesale();
  for (auto& pipeline : *wholesale.mutable_pipelines()) {
    for (auto& stage : *pipeline.mutable_stages()) stage.clear_rules();
    pipeline.clear_quick_add_fields();
  }
  for (const crm::v1::Pipeline& pipeline : wholesale.pipelines()) {
    crm::v1::CreatePipelineRequest request;
    *request.mutable_pipeline() = pipeline;
    request.mutable_pipeline()->clear_repeat_pipeline();
    admin().Call<crm::v1::Pipeline>(request);
  }
  for (const crm::v1::Pipeline& pipeline : wholesale.pipelines()) {
    if (pipeline.repeat_pipeline().empty()) continue;
    crm::v1::UpdatePipelineRequest request;
    *request.mutable_pipeline() = pipeline;
    admin().Call<crm::v1::Pipeline>(request);
  }
}

void Account::MakeQueue(std::chrono::milliseconds take_within) {
  crm::v1::CreateQueueRequest request;
  auto& queue = *request.mutable_queue();
  queue.set_pipeline(kPipeline);
  for (const Person& manager : managers_) queue.add_member_user_ids(manager.id);
  *queue.mutable_take_within() = TimeUtil::MillisecondsToDuration(take_within.count());
  queue.add_escalate_to_user_ids(head_.id);
  queue.add_escalate_to_user_ids(director_.id);
  queue_id_ = admin().Call<crm::v1::Queue>(request, kPatientCall).id();
}

}  // namespace voronka::testing
