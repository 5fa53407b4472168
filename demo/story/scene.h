#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demo/story/cast.h"
#include "demo/story/figures.h"
#include "demo/story/invented_client.h"
#include "demo/story/narrator.h"
#include "demo/story/patience.h"
#include "demo/story/supervised_process.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::demo {

// What the steps work with, and what each leaves for the next ones.
struct Scene {
  Cast& cast;
  Narrator& narrator;
  Figures& figures;
  const Patience& patience;
  const crm::v1::Pipeline& pipeline;
  // The services that can be killed.
  std::vector<SupervisedProcess> services;

  // The stage's name as users see it.
  std::string StageName(std::string_view key) const;

  // The client of the first inquiry.
  InventedClient client{"Ирина Соколова"};
  int64_t deal_id = 0;
  // The manager who lets the first offer expire, and the one who takes the second.
  int64_t late_id = 0;
  int64_t owner_id = 0;

  // The deal that is on offer when the services are killed, and the one that nobody takes.
  int64_t deal_in_faults_id = 0;
  int64_t deal_nobody_took_id = 0;

  // Deadline of the latest offer.
  Moment deadline{};

  // The owner's latest task, and when its reminder is due.
  int64_t task_id = 0;
  Moment reminder{};

  // When the services were killed.
  Moment killed{};
};

}  // namespace voronka::demo
