#include "crm_service/configuration/documents/document_queues.h"

#include <algorithm>

namespace voronka::crm {
namespace {

using google::protobuf::RepeatedField;
using google::protobuf::RepeatedPtrField;
using v1::User;

RepeatedPtrField<std::string> LoginsOf(const RepeatedField<int64_t>& user_ids, const std::vector<User>& people) {
  RepeatedPtrField<std::string> logins;
  for (const int64_t id : user_ids) {
    const auto user = std::ranges::find(people, id, &User::id);
    if (user != people.end()) *logins.Add() = user->login();
  }
  return logins;
}

}  // namespace

v1::ConfigurationQueue QueueInDocument(const v1::Queue& queue, const std::vector<User>& people) {
  v1::ConfigurationQueue told;
  told.set_pipeline(queue.pipeline());
  told.set_stage(queue.stage());
  *told.mutable_members() = LoginsOf(queue.member_user_ids(), people);
  *told.mutable_take_within() = queue.take_within();
  *told.mutable_escalate_to() = LoginsOf(queue.escalate_to_user_ids(), people);
  told.set_paused(queue.paused());
  return told;
}

int64_t UserByLogin(const std::vector<User>& people, const std::string& login) {
  const auto user = std::ranges::find(people, login, &User::login);
  return user == people.end() ? 0 : user->id();
}

v1::Configuration WithoutPeople(v1::Configuration document) {
  for (auto& queue : *document.mutable_queues()) {
    queue.clear_members();
    queue.clear_escalate_to();
  }
  return document;
}

}  // namespace voronka::crm
