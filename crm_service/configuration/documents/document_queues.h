#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "voronka/crm/v1/configuration.pb.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// What a document tells of a queue. `people` are the account's.
v1::ConfigurationQueue QueueInDocument(const v1::Queue& queue, const std::vector<v1::User>& people);

// Whose login it is; 0: nobody's.
int64_t UserByLogin(const std::vector<v1::User>& people, const std::string& login);

// Without the people of queues, who are of this account alone.
v1::Configuration WithoutPeople(v1::Configuration document);

}  // namespace voronka::crm
