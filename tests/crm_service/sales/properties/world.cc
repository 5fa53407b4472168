#include "tests/crm_service/sales/properties/world.h"

#include <fmt/format.h>

#include <chrono>

#include "tests/crm_service/sales/properties/asked_fields.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::properties {
namespace {

using namespace crm::v1;

constexpr int kReplicas = 2;
constexpr int kManagers = 2;
// More than a run makes.
constexpr int kPage = 200;

}  // namespace

World::World(std::vector<std::string> environment)
    : system_({.replicas = kReplicas, .environment = std::move(environment)}),
      account_(system_, kManagers, std::chrono::minutes(5), testing::Queue::kWithoutQueue) {
  Employ("admin", options::v1::ROLE_ADMIN, account_.admin_id());
  Employ("head", options::v1::ROLE_HEAD_OF_SALES, account_.head_id());
  for (int i = 0; i < kManagers; ++i) {
    Employ(fmt::format("manager-{}", i), options::v1::ROLE_MANAGER, account_.manager_id(i));
  }
  writers_.push_back(std::make_unique<Writer>("intake", options::v1::ROLE_SERVICE, 0, kReplicas, [this](int replica) {
    return system_.Service("intake", account_.id(), replica);
  }));
  DefineFields();
}

void World::Employ(const std::string& person, options::v1::Role role, int64_t user_id) {
  writers_.push_back(std::make_unique<Writer>(person, role, user_id, kReplicas,
                                              [&](int replica) { return account_.LogIn(person, replica); }));
}

void World::DefineFields() {
  for (const auto entity : {ENTITY_DEAL, ENTITY_CONTACT, ENTITY_COMPANY}) {
    GetFieldSetRequest get;
    get.set_entity(entity);
    UpdateFieldSetRequest request;
    *request.mutable_field_set() = admin().client().Call<FieldSet>(get);
    AddOwnFields(*request.mutable_field_set());
    admin().client().Call<FieldSet>(request);
  }
}

std::string World::NewPipelineKey() { return fmt::format("random{}", ++pipelines_); }

std::string World::NewPhone() { return fmt::format("+7916{:07}", ++phones_); }

Pipeline World::PipelineOf(const std::string& key) {
  GetPipelineRequest request;
  request.set_pipeline(key);
  return admin().client().Call<Pipeline>(request);
}

std::optional<Contact> World::ContactOf(int64_t contact_id) {
  if (contact_id == 0) return std::nullopt;
  GetContactRequest request;
  request.set_contact_id(contact_id);
  return admin().client().Call<Contact>(request);
}

std::optional<Company> World::CompanyOf(int64_t company_id) {
  if (company_id == 0) return std::nullopt;
  GetCompanyRequest request;
  request.set_company_id(company_id);
  return admin().client().Call<Company>(request);
}

Scene World::SceneOf(int64_t deal_id) {
  auto& reader = admin().client();
  GetDealRequest get;
  get.set_deal_id(deal_id);
  Scene scene{reader.Call<Deal>(get)};
  scene.contact = ContactOf(scene.deal.contact_id());
  scene.company = CompanyOf(scene.deal.company_id());
  ListActivitiesRequest activities;
  activities.set_deal_id(deal_id);
  activities.set_page_size(kPage);
  const auto done = reader.Call<ListActivitiesResponse>(activities);
  scene.activities.assign(done.activities().begin(), done.activities().end());
  ListApprovalsRequest approvals;
  approvals.set_deal_id(deal_id);
  approvals.set_page_size(kPage);
  const auto asked = reader.Call<ListApprovalsResponse>(approvals);
  scene.approvals.assign(asked.approvals().begin(), asked.approvals().end());
  scene.agreed_to = agreed_to_;
  ListTasksRequest tasks;
  tasks.set_deal_id(deal_id);
  scene.has_open_task = reader.Call<ListTasksResponse>(tasks).tasks_size() > 0;
  return scene;
}

void World::Remember(int64_t deal_id, const std::string& agreed_to) {
  // Of the others it is known.
  for (const auto& approval : SceneOf(deal_id).approvals) agreed_to_.emplace(approval.id(), agreed_to);
}

}  // namespace voronka::properties
