create table gator_reel_batch (
    tenant varchar(200) not null,
    user_id varchar(200) not null,
    name varchar(200) not null,
    created_at bigint not null,
    primary key (tenant, user_id, name)
);

create table gator_reel_item (
    item_id varchar(200) not null primary key,
    tenant varchar(200) not null,
    user_id varchar(200) not null,
    batch varchar(200) not null,
    item_key varchar(100) not null,
    brief text not null,
    status varchar(16) not null,
    attempts integer not null,
    reason text,
    unique (tenant, user_id, batch, item_key)
);

create index gator_reel_item_status on gator_reel_item (tenant, user_id, batch, status);

create table gator_reel_result (
    item_id varchar(200) not null primary key references gator_reel_item (item_id) on delete cascade,
    result text not null,
    valid integer not null,
    score double precision not null
);

create table gator_reel_job (
    task_name varchar(100) not null,
    task_instance varchar(200) not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by varchar(200),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index gator_reel_job_due on gator_reel_job (execution_time);
create index gator_reel_job_heartbeat on gator_reel_job (last_heartbeat);
create index gator_reel_job_priority on gator_reel_job (priority desc, execution_time asc)
